using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims;

public sealed class AttributionReaderTests
{
    private static readonly AttributionReader Reader = new();

    [Theory]
    [InlineData("\"We have seen no sign of it,\" Marta Dolen said on Friday.", "Marta Dolen")]
    [InlineData("“We have seen no sign of it,” Marta Dolen said on Friday.", "Marta Dolen")]
    [InlineData("“We have seen no sign of it,” said Marta Dolen.", "Marta Dolen")]
    [InlineData("„We have seen no sign of it,“ Marta Dolen said on Friday.", "Marta Dolen")]
    [InlineData("«We have seen no sign of it,» Marta Dolen said on Friday.", "Marta Dolen")]
    [InlineData("「We have seen no sign of it,」 Marta Dolen said on Friday.", "Marta Dolen")]
    [InlineData("''We have seen no sign of it,'' Marta Dolen said on Friday.", "Marta Dolen")]
    [InlineData("Marta Dolen said: “We have seen no sign of it.”", "Marta Dolen")]
    public void The_speaker_of_a_quotation_is_found_whatever_its_marks(string text, string speaker)
    {
        var attribution = Assert.Single(Read(text));

        Assert.Equal(speaker, Words(text, attribution.Speaker));
        Assert.Equal("said", Words(text, attribution.Cue).TrimEnd(':'));
        Assert.Contains("We have seen no sign of it", Words(text, Assert.Single(attribution.Content)), StringComparison.Ordinal);
        Assert.Equal(AttributionKind.Direct, attribution.Kind);
    }

    [Fact]
    public void What_stands_before_said_the_person_is_what_the_person_said()
    {
        const string Text = "The money was paid out on Wednesday 29 January, said the person, who spoke on condition of anonymity because the loan has not been made public.";

        var attribution = Assert.Single(new AttributionReader().Read(Text));

        Assert.Equal("the person", Text[attribution.Speaker!.Value.Start..attribution.Speaker.Value.End]);
        Assert.Equal("The money was paid out on Wednesday 29 January", Text[attribution.Content[0].Start..attribution.Content[0].End]);
    }

    [Fact]
    public void A_speaker_inside_the_quotation_leaves_two_spans_of_content()
    {
        const string text = "“The harbour is closed,” Marta Dolen said. “Nobody has been hurt.”";

        var attribution = Assert.Single(Read(text));

        Assert.Equal(["“The harbour is closed,”", "“Nobody has been hurt.”"], attribution.Content.Select(span => Words(text, span)));
    }

    [Fact]
    public void Indirect_speech_is_content_without_quotation_marks()
    {
        const string text = "The ministry said that the harbour was closed.";

        var attribution = Assert.Single(Read(text));

        Assert.Equal("The ministry", Words(text, attribution.Speaker));
        Assert.Equal("that the harbour was closed", Words(text, Assert.Single(attribution.Content)));
        Assert.Equal(AttributionKind.Indirect, attribution.Kind);
    }

    [Fact]
    public void Content_that_is_quoted_in_part_is_mixed()
    {
        var attribution = Assert.Single(Read("The ministry said that the harbour was “closed for the whole of the winter.”"));

        Assert.Equal(AttributionKind.Mixed, attribution.Kind);
    }

    [Fact]
    public void According_to_is_a_cue()
    {
        const string text = "The harbour is closed, according to the ministry.";

        var attribution = Assert.Single(Read(text));

        Assert.Equal("according to", Words(text, attribution.Cue));
        Assert.Equal("the ministry", Words(text, attribution.Speaker));
        Assert.Equal("The harbour is closed", Words(text, Assert.Single(attribution.Content)));
    }

    [Fact]
    public void A_quotation_that_runs_over_paragraphs_is_one_speaker_s()
    {
        const string text = "Marta Dolen said: “The harbour is closed to every ship.\n\n“Nobody has been hurt so far.”";

        var attribution = Assert.Single(Read(text));

        Assert.Equal("Marta Dolen", Words(text, attribution.Speaker));
        Assert.Contains("Nobody has been hurt so far.”", Words(text, attribution.Content[^1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \n")]
    [InlineData("The harbour opened in 1901.")]
    [InlineData("“ ” \" ' — ... 。 \ud800 \0")]
    public void A_text_without_speakers_has_no_attributions(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Every_span_lies_in_the_text_and_none_of_one_attribution_overlap()
    {
        var text = string.Join("\n\n", Enumerable.Repeat("“It is closed,” she said, adding that the mayor, who denied it, had “no idea.” 'Not so', he told them:", 40));

        Assert.All(Read(text), attribution =>
        {
            List<TextSpan> spans = [attribution.Cue, .. attribution.Content];
            spans.AddRange(attribution.Speaker is { } speaker ? [speaker] : []);
            spans.Sort();
            Assert.NotEmpty(attribution.Content);
            Assert.True(spans[^1].End <= text.Length);
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        });
    }

    [Fact]
    public void Attributions_come_in_the_order_of_their_cues()
    {
        var cues = Read("Marta Dolen said that it was closed.\n\nThe mayor denied that it was closed.\n\n“Closed,” said Ben Ober.").Select(one => one.Cue).ToList();

        Assert.Equal(3, cues.Count);
        Assert.Equal(cues.Order(), cues);
    }

    [Fact]
    public void One_endless_paragraph_is_read_whole()
    {
        var text = string.Concat(Enumerable.Repeat("The ministry said that the harbour was closed. ", 200));

        Assert.Equal(200, Read(text).Count);
    }

    internal static IReadOnlyList<Attribution> Read(string text) =>
        Reader.Read(new Article("a", "", text, new Provenance(null, null, null, null, null, ""), []));

    internal static string Words(string text, TextSpan? span) => span is { } at ? text[at.Start..at.End] : "";
}
