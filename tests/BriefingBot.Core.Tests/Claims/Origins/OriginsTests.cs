using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims;

public sealed class OriginsTests
{
    private const string Wire = "The dam at Orrin broke on Monday morning and flooded two villages below it, the rescue service said. Nine people are missing. The service has sent forty divers and every boat it has. Roads into the valley are closed until further notice, and the railway has stopped its trains. Schools stay shut this week.";

    [Fact]
    public void A_wire_report_with_another_headline_and_a_cut_is_one_origin()
    {
        var first = Some("a", "Dam breaks at Orrin", Wire);
        var copy = Some("b", "Nine missing in Orrin flood", Wire[..Wire.IndexOf(" Schools", StringComparison.Ordinal)]);
        var other = Some("c", "A dam and its owners", "Who owns the dam at Orrin is a question that three courts have looked at. None of them found an answer that the valley was content with, and the papers fill a room.");

        var origins = new Origins([first, copy, other], []);

        Assert.Equal(origins.Of(Own(first)), origins.Of(Own(copy)));
        Assert.NotEqual(origins.Of(Own(first)), origins.Of(Own(other)));
    }

    [Fact]
    public void A_speaker_is_one_origin_in_every_paper()
    {
        var one = Some("a", "", "The dam is safe, said Lena Dorn.");
        var other = Some("b", "", "Dorn called the dam safe.");

        Statement[] statements = [Said(one, "Lena Dorn"), Said(other, "Dorn")];

        var origins = new Origins([one, other], statements);

        Assert.Equal(origins.Of(statements[0]), origins.Of(statements[1]));
    }

    [Theory]
    [InlineData("The dam is safe, the Orrin Water Board said. Lena Dorn, director of the Orrin Water Board, has seen it.", "Orrin Water Board", "Lena Dorn")]
    [InlineData("Harrow Bank will close. Pell Marrow, the bank's chief executive, is sorry.", "Harrow Bank", "Pell Marrow")]
    public void A_body_and_whoever_speaks_for_it_are_one_origin(string text, string body, string person)
    {
        var article = Some("a", "", text);
        Statement[] statements = [Said(article, body), Said(article, person)];

        var origins = new Origins([article], statements);

        Assert.Equal(origins.Of(statements[0]), origins.Of(statements[1]));
    }

    [Fact]
    public void Two_people_of_two_bodies_are_two_origins()
    {
        var article = Some("a", "", "Harrow Bank will close. Pell Marrow, the bank's chief executive, is sorry. Ines Tarrow, who chairs the clerks' union, is not.");
        Statement[] statements = [Said(article, "Harrow Bank"), Said(article, "Pell Marrow"), Said(article, "Ines Tarrow")];

        var origins = new Origins([article], statements);

        Assert.NotEqual(origins.Of(statements[1]), origins.Of(statements[2]));
    }

    [Theory]
    [InlineData("The ship left on Tuesday, Harbour Wire reported.", "Harbour Wire said that the ship had left.")]
    [InlineData("According to the Yonhap agency, the ship carried arms.", "The ship carried arms, Yonhap reported.")]
    [InlineData("The spy agency in Seoul told lawmakers that the ship carried arms.", "South Korea's spy agency said the ship carried arms.")]
    [InlineData("The South Korean spy agency said the ship carried arms.", "South Korea’s spy agency said the ship carried arms.")]
    [InlineData("Media reported that the Harbour Guard had told them that the ship carried arms.", "The Harbour Guard said the ship carried arms.")]
    [InlineData("The ship carried arms, local media said, citing the Lantern News Agency.", "The ship carried arms, the Lantern News Agency said.")]
    [InlineData("The ship carried arms, said a daily, quoting the harbour master, Odo Fenn.", "Odo Fenn said that the ship carried arms.")]
    [InlineData("Ukraine's president, Volodymyr Zelensky, spoke on Sunday. Zelensky said the ship carried arms.", "The Ukrainian president said the ship carried arms.")]
    public void Two_papers_that_relay_one_source_are_one_origin(string one, string other)
    {
        var (first, second) = (Last(Some("a", "", one)), Last(Some("b", "", other)));

        var origins = new Origins([first.Source, second.Source], [first, second]);

        Assert.True(origins.Of(first) == origins.Of(second), $"{first.Speaker}|{first.Relayed} : {second.Speaker}|{second.Relayed}");
    }

    [Theory]
    [InlineData("The Yonhap agency said the ship carried arms.", "South Korea's spy agency said the ship carried arms.")]
    [InlineData("Odo Fenn said the ship carried arms.", "Anna Fenn said the ship carried arms.")]
    [InlineData("The ministry said the ship carried arms.", "The ministry said the ship carried arms.")]
    [InlineData("Russia said that Lena Dorn lied. Russia denied that the ship carried arms.", "Lena Dorn said the ship carried arms.")]
    [InlineData("The ship carried arms, the Courier reported, citing satellite pictures.", "The ship carried arms, the Gazette reported, citing satellite pictures.")]
    public void Two_sources_are_two_origins(string one, string other)
    {
        var (first, second) = (Last(Some("a", "", one)), Last(Some("b", "", other)));

        var origins = new Origins([first.Source, second.Source], [first, second]);

        Assert.NotEqual(origins.Of(first), origins.Of(second));
    }

    [Theory]
    [InlineData("The Meridian Post, Asia desk", null, "The Meridian Post", "Lena Dorn")]
    [InlineData("Harbour Wire Kyiv desk", null, "Harbour Wire defence desk", null)]
    [InlineData("Lantern News Agency", "The Ansel Courier", "Lantern News Agency", "Islands Today")]
    public void Reports_of_one_newsroom_are_one_origin(string author, string? outlet, string otherAuthor, string? otherOutlet)
    {
        var first = By("a", author, outlet, "The ship left the harbour on Tuesday.");
        var second = otherAuthor.StartsWith("The ", StringComparison.Ordinal) ? By("b", otherOutlet, otherAuthor, "No ship stayed.") : By("b", otherAuthor, otherOutlet, "No ship stayed.");

        var origins = new Origins([first, second], []);

        Assert.Equal(origins.Of(Own(first)), origins.Of(Own(second)));
    }

    [Fact]
    public void The_agency_in_a_dateline_is_the_origin_of_what_a_paper_prints_of_it()
    {
        var first = By("a", null, "The Ansel Courier", "PORT ANSEL (Lantern News Agency) – The ship left the harbour on Tuesday.");
        var second = By("b", null, "Islands Today", "The ship left, the Lantern News Agency said.");

        var said = Last(second);
        var origins = new Origins([first, second], [said]);

        Assert.Equal(origins.Of(Own(first)), origins.Of(said));
    }

    private static Statement Last(Article article)
    {
        var reader = new StatementReader(article);
        return reader.Read(reader.Sentences.Count - 1);
    }

    private static Article By(string id, string? author, string? outlet, string text) => new(id, "", text, new Provenance(outlet, author, null, null, "en", id), []);

    private static Article Some(string id, string title, string text) => new(id, title, text, new Provenance(null, null, null, null, "en", id), []);

    private static Statement Own(Article article) => new(article, new TextSpan(0, article.Text.Length), new TextSpan(0, article.Text.Length), null, HasQuotation: false);

    private static Statement Said(Article article, string speaker)
    {
        var at = article.Text.IndexOf(speaker, StringComparison.Ordinal);
        var span = new TextSpan(at, at + speaker.Length);
        return new Statement(article, span, span, new Speaker(span, speaker, IsNamed: true, span, [span]), HasQuotation: false);
    }
}
