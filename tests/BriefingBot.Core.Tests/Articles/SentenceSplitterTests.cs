using BriefingBot.Articles;

namespace BriefingBot.Core.Tests.Articles;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("The U.S. Army left. It rained.", 2)]
    [InlineData("He moved to the U.S. The army stayed.", 2)]
    [InlineData("Gen. Kim arrived with Lt. Col. Park on Tuesday.", 1)]
    [InlineData("J. K. Osei and George W. Adeyemi signed it. Nobody spoke.", 2)]
    [InlineData("Prices rose 3.5 percent. Wages fell by $1.2 million.", 2)]
    [InlineData("“We wait... and see,” she said. Then she left.", 2)]
    [InlineData("She paused… Then she left.", 2)]
    [InlineData("“I can’t confirm it.” He left.", 2)]
    [InlineData("“Is it true?” Oduya asked. Nobody answered.", 2)]
    [InlineData("“Stop!” The crowd ran.", 2)]
    [InlineData("It closed at 5 p.m. Nobody noticed.", 2)]
    [InlineData("It closed at 5 p.m. on Friday.", 1)]
    [InlineData("Acme Inc. said so. Acme Corp. did not.", 2)]
    [InlineData("Acme bought Bolt Inc. The price is unknown.", 2)]
    [InlineData("The ship (No. 7) sank. Six died.", 2)]
    [InlineData("He said no. Then he left.", 2)]
    [InlineData("Police fear a repeat\n\nThe police said so.", 2)]
    [InlineData("«Ми чекаємо.» Він пішов. Дощ.", 3)]
    [InlineData("発表した。次の日。", 2)]
    [InlineData("On Aug. 3 it fell. On Sept. 4 it rose.", 2)]
    [InlineData("Visit example.org for more. Or call.", 2)]
    [InlineData("\"It is over.\" \"No, it is not.\"", 2)]
    public void Text_is_split_where_a_reader_would(string text, int sentences) =>
        Assert.Equal(sentences, SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Count);

    [Fact]
    public void Sentences_keep_their_closing_quotation_mark()
    {
        const string Text = "He wrote: “It is over.” Nobody answered.";

        var first = SentenceSplitter.Split(Text, new TextSpan(0, Text.Length))[0];

        Assert.Equal("He wrote: “It is over.”", Text[first.Start..first.End]);
    }

    [Fact]
    public void Lines_wrapped_by_hand_are_one_sentence()
    {
        const string Text = """
            The harbour of Tessaly was closed on Monday after the wind tore a crane
            from its rails and threw it across two moored ferries, the port said in
            a statement that named no cause and asked the public to stay away until
            engineers had looked at the other cranes, which are of the same make as
            the one that fell.

            Nobody was hurt.
            """;

        Assert.Equal(2, SentenceSplitter.Split(Text, new TextSpan(0, Text.Length)).Count);
    }
}
