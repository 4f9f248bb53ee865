using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims;

public sealed class CopiesTests
{
    private const int Seeds = 60;

    private const string Quotes = "“We have recovered four bodies, and six people are still missing in the water below the lock,” said Petra Holm. “My divers will stay out all night, and they will go on tomorrow and the day after until everybody has been found,” she said.";

    public static TheoryData<string> Edits() => ["headline", "byline", "cut", "dropped", "words", "all"];

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edited_copy_has_the_origin_of_its_report(string edit)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var report = WireReport.Random(random, paragraphs: 7);
            var copy = edit switch
            {
                "headline" => report.WithHeadline(random),
                "byline" => report.WithByline("Dorothea Lunn"),
                "cut" => report.Cut(4),
                "dropped" => report.WithoutParagraph(random.Next(7)).WithoutParagraph(random.Next(6)),
                "words" => report.Reworded(random, oneIn: 10),
                _ => report.WithHeadline(random).WithByline("Wim Castor").Cut(2).Reworded(random, oneIn: 16),
            };

            Assert.Equal("a", FirstOfSecond(report.Text, copy.Text));
        }
    }

    [Fact]
    public void Two_reports_with_the_same_quotations_are_no_copies()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var one = WireReport.Random(random, paragraphs: 3).With(Quotes);
            var other = WireReport.Random(random, paragraphs: 3).With(Quotes);

            Assert.Equal("b", FirstOfSecond(one.Text, other.Text));
        }
    }

    [Fact]
    public void A_copy_of_a_copy_has_the_origin_of_the_first()
    {
        var random = new Random(1);
        var report = WireReport.Random(random, paragraphs: 8);
        var copy = Some("b", report.Cut(4).Text, day: 2);
        var third = Some("c", report.Cut(6).WithHeadline(random).Text, day: 3);

        var copies = new Copies([third, Some("a", report.Text, day: 1), copy]);

        Assert.Equal("a", copies.FirstOf(third).Id);
    }

    [Fact]
    public void Of_a_report_and_its_copy_the_earlier_is_the_origin_whatever_their_order()
    {
        var report = WireReport.Random(new Random(2), paragraphs: 5);
        var late = Some("a", report.Text, day: 5);
        var early = Some("b", report.Text, day: 3);

        Assert.Equal("b", new Copies([late, early]).FirstOf(late).Id);
    }

    [Fact]
    public void A_sentence_taken_from_another_report_has_its_origin()
    {
        var random = new Random(3);
        var report = WireReport.Random(random, paragraphs: 5);
        var sentence = WireReport.Sentence(random);
        var other = Some("b", WireReport.Random(random, paragraphs: 5).With(sentence).Text, day: 2);
        var at = other.Text.IndexOf(sentence, StringComparison.Ordinal);

        var copies = new Copies([Some("a", report.With(sentence).Text, day: 1), other]);

        Assert.Equal("b", copies.FirstOf(other).Id);
        Assert.Equal("a", copies.FirstWith(other, new TextSpan(at, at + sentence.Length)).Id);
    }

    [Fact]
    public void The_sketch_estimates_how_much_two_texts_share()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var report = WireReport.Random(random, paragraphs: 12);
            var (one, other) = (Shingles.Of(report.Text), Shingles.Of(report.Cut(random.Next(1, 10)).Text));
            var shared = one.Shared(other);

            Assert.Equal((double)shared / (one.Count + other.Count - shared), new MinHash(one).Resemblance(new MinHash(other)), tolerance: 0.2);
        }
    }

    private static string FirstOfSecond(string one, string other)
    {
        var second = Some("b", other, day: 2);
        return new Copies([Some("a", one, day: 1), second]).FirstOf(second).Id;
    }

    private static Article Some(string id, string text, int day)
    {
        var marks = PlainText.Mark(text, hasTitle: true);
        return new Article(id, marks.Title, text, new Provenance(null, marks.Author, null, new DateOnly(2025, 3, day), "en", id), marks.Parts);
    }
}
