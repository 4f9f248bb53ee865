using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims;

public sealed class CuePatternsTests
{
    [Theory]
    [InlineData("He said he could not confirm the reports.", Commitment.Uncommitted)]
    [InlineData("I can’t confirm those reports at this point in time.", Commitment.Uncommitted)]
    [InlineData("The ministry has no evidence of a leak.", Commitment.Uncommitted)]
    [InlineData("The video has not been independently verified.", Commitment.Uncommitted)]
    [InlineData("I don’t have anything for you on that.", Commitment.Uncommitted)]
    [InlineData("It neither confirmed nor denied the sale.", Commitment.Uncommitted)]
    [InlineData("Neither the ministry nor the port has confirmed the leak.", Commitment.Uncommitted)]
    [InlineData("Nobody else could verify the report.", Commitment.Uncommitted)]
    [InlineData("The company declined to comment.", Commitment.Silent)]
    [InlineData("She denied the report.", Commitment.Refuted)]
    [InlineData("The report is false.", Commitment.Refuted)]
    [InlineData("There was no leak of gas.", Commitment.Refuted)]
    [InlineData("The mayor claimed that the dam would hold.", Commitment.Unsupported)]
    [InlineData("He said so without evidence.", Commitment.Unsupported)]
    [InlineData("Images purport to show the ship.", Commitment.Unsupported)]
    [InlineData("The gate may have been tampered with.", Commitment.Hedged)]
    [InlineData("The two banks are reportedly in talks.", Commitment.Hedged)]
    [InlineData("The North is planning to send engineers.", Commitment.Hedged)]
    [InlineData("The coroner confirmed seven deaths.", Commitment.Confirmed)]
    public void A_cue_of_every_class_is_found(string sentence, Commitment strongest) => Assert.Equal(strongest, Strongest(sentence));

    [Theory]
    [InlineData("Seven people died on Tuesday.")]
    [InlineData("The ferry sails at noon.")]
    public void A_plain_sentence_has_no_cue(string sentence) => Assert.Null(Strongest(sentence));

    private static Commitment? Strongest(string sentence) =>
        CuePatterns.Find(Words.Of(sentence, new TextSpan(0, sentence.Length))).Select(cue => (Commitment?)cue.Commitment).Min();
}
