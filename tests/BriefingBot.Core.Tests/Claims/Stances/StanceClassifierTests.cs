using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims.Stances;

public sealed class StanceClassifierTests
{
    private const string Claim = "A lion escaped from the Brackwater zoo";

    [Theory]
    [InlineData("Lion escapes from Brackwater zoo, one keeper hurt", Stance.Supports)]
    [InlineData("Brackwater zoo lion escape was a hoax, police say", Stance.Refutes)]
    [InlineData("No, a lion did not escape from Brackwater zoo", Stance.Refutes)]
    [InlineData("Has a lion escaped from Brackwater zoo?", Stance.Uncommitted)]
    [InlineData("Lion reportedly escaped from Brackwater zoo", Stance.Uncommitted)]
    [InlineData("Central bank raises its rate to four percent", Stance.Unrelated)]
    public void A_headline_is_read_by_its_wording(string headline, Stance stance) =>
        Assert.Equal(stance, StanceClassifier.Classify(Claim, headline).Stance);

    [Fact]
    public void An_article_on_another_matter_is_unrelated()
    {
        const string Article = """
            The central bank raised its main rate to four percent on Tuesday, the third rise this year.

            Governor Ines Halloran said that prices still rose faster than planned, and that lenders had been told in advance.

            Economists had expected the step. Shares of banks gained two percent in early trading.
            """;

        Assert.Equal(Stance.Unrelated, StanceClassifier.Classify(Claim, Article).Stance);
    }

    [Theory]
    [InlineData("", "Lion escapes from Brackwater zoo")]
    [InlineData(Claim, "")]
    [InlineData("?!", "…")]
    [InlineData("the of and", "of the and")]
    public void Nothing_to_compare_is_unrelated(string claim, string text) =>
        Assert.Equal(Stance.Unrelated, StanceClassifier.Classify(claim, text).Stance);

    [Fact]
    public void The_cue_of_a_stance_is_words_of_the_text()
    {
        const string Headline = "Brackwater zoo lion escape was a hoax, police say";

        var cues = StanceClassifier.Classify(Claim, Headline).Cues;

        Assert.Contains("hoax", cues.Select(cue => Headline[cue.Start..cue.End]));
    }

    [Fact]
    public void A_stance_without_a_cue_shows_the_sentence_that_matches()
    {
        const string Headline = "Lion escapes from Brackwater zoo";

        var cue = Assert.Single(StanceClassifier.Classify(Claim, Headline).Cues);

        Assert.Equal(Headline, Headline[cue.Start..cue.End]);
    }

    [Fact]
    public void Weights_survive_their_file()
    {
        var bytes = StanceModel.Default.ToBytes();

        using var stream = new MemoryStream(bytes);
        Assert.Equal(bytes, StanceModel.Read(stream).ToBytes());
    }
}
