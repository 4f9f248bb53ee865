using BriefingBot.Evaluation;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class WordingTests
{
    [Theory]
    [InlineData("He said:\n“It is  afloat.”", "\"It is afloat.\"", true)]
    [InlineData("It isn’t afloat", "isn't afloat", true)]
    [InlineData("It is afloat.", "It is Afloat", false)]
    [InlineData("It is afloat.", "", false)]
    public void Quotes_are_compared_word_for_word_whatever_the_blanks_and_marks(string text, string words, bool holds) => Assert.Equal(holds, Wording.Holds(text, words));

    [Fact]
    public void A_quote_is_found_where_it_stands_in_the_text_itself()
    {
        const string text = "So:  “It is\n afloat.”  Yes.";

        var span = Wording.Find(text, "\"It is afloat.\"");

        Assert.Equal("“It is\n afloat.”", text[span!.Value.Start..span.Value.End]);
    }

    [Theory]
    [InlineData("Seven people died.", "seven | 7", true)]
    [InlineData("7 people died.", "seven | 7", true)]
    [InlineData("17 people died.", "seven | 7", false)]
    [InlineData("Unconfirmed", "confirmed", false)]
    [InlineData("[x](y)", "](", true)]
    public void What_must_be_said_is_whole_words_in_any_case(string text, string words, bool says) => Assert.Equal(says, Wording.Says(text, words));

    [Theory]
    [InlineData("Volodymyr Zelensky", "Zelensky", true)]
    [InlineData("Dr Lukas Amberg", "Lukas Amberg", true)]
    [InlineData("Zelensky", "Volodymyr Zelensky", false)]
    [InlineData("Kim Jong-un", "Vladimir Putin", false)]
    [InlineData(null, "Putin", false)]
    public void A_speaker_is_right_if_it_has_every_word_of_the_expected_name(string? given, string expected, bool isRight) => Assert.Equal(isRight, Wording.IsSpeaker(given, expected));
}
