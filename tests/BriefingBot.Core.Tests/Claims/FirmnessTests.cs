using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims;

public sealed class FirmnessTests
{
    [Theory]
    [InlineData("Norland sent soldiers to Ostia.", Factuality.Asserted)]
    [InlineData("Norland sent soldiers to Ostia, the ministry said.", Factuality.Asserted)]
    [InlineData("The ministry confirmed that Norland sent soldiers to Ostia.", Factuality.Asserted)]
    [InlineData("Norland will send soldiers to Ostia.", Factuality.Probable)]
    [InlineData("Norland probably sent soldiers to Ostia.", Factuality.Probable)]
    [InlineData("Norland may have sent soldiers to Ostia.", Factuality.Possible)]
    [InlineData("Norland reportedly sent soldiers to Ostia.", Factuality.Possible)]
    [InlineData("Norland is planning to send soldiers to Ostia.", Factuality.Possible)]
    [InlineData("Norland sent 1,500 soldiers to Ostia, the ministry claimed on Friday, in support of the war.", Factuality.Possible)]
    [InlineData("If Norland sends soldiers to Ostia, the war grows.", Factuality.Uncommitted)]
    [InlineData("Did Norland send soldiers to Ostia?", Factuality.Uncommitted)]
    [InlineData("The ministry cannot confirm that Norland sent soldiers to Ostia.", Factuality.Uncommitted)]
    [InlineData("There is no evidence that Norland sent soldiers to Ostia.", Factuality.Uncommitted)]
    [InlineData("The ministry denied that Norland sent soldiers to Ostia.", Factuality.Denied)]
    [InlineData("The report that Norland sent soldiers to Ostia is false.", Factuality.Denied)]
    [InlineData("Norland did not send soldiers to Ostia.", Factuality.Denied)]
    public void A_sentence_is_as_firm_as_its_cues(string sentence, Factuality expected) => Assert.Equal(expected, Firmness.Of(sentence));

    [Theory]
    [InlineData("Norland sent soldiers to Ostia.", "Norland may have sent soldiers to Ostia.")]
    [InlineData("Norland sent soldiers to Ostia.", "Norland sent soldiers to Ostia, the ministry claimed on Friday, in support of the war.")]
    [InlineData("Norland sent soldiers to Ostia.", "Norland plans to send soldiers to Ostia.")]
    [InlineData("Norland will send soldiers to Ostia.", "Norland hopes to send soldiers to Ostia.")]
    [InlineData("Norland sent soldiers to Ostia.", "Norland will send soldiers to Ostia.")]
    [InlineData("Norland sent soldiers to Ostia.", "The minister denied that soldiers were sent to Ostia.")]
    [InlineData("Norland sent no soldiers to Ostia.", "There is no evidence that Norland sent soldiers to Ostia.")]
    [InlineData("The minister said Norland sent soldiers.", "The minister claimed that Norland sent soldiers.")]
    [InlineData("Soldiers arrived in Ostia on Monday.", "If soldiers arrive in Ostia, the war grows.")]
    [InlineData("The gate was sabotaged.", "The gate burst on Monday, and officials suspect that it was sabotaged.")]
    [InlineData("The gate was sabotaged. It burst on Monday.", "The gate burst on Monday, and officials suspect that it was sabotaged.")]
    public void A_sentence_that_drops_the_hedge_is_firmer(string sentence, string quote) => Assert.True(Firmness.IsFirmerThan(sentence, [quote]));

    [Theory]
    [InlineData("Norland may have sent soldiers to Ostia.", "Norland may have sent soldiers to Ostia, the ministry said.")]
    [InlineData("The ministry claimed that Norland sent soldiers.", "Norland sent soldiers to Ostia, the ministry claimed on Friday.")]
    [InlineData("Norland reportedly sent soldiers.", "Norland sent soldiers to Ostia, the ministry claimed on Friday.")]
    [InlineData("The minister denies sending soldiers.", "The minister denied that soldiers were sent to Ostia.")]
    [InlineData("Norland sent soldiers to Ostia.", "“We sent soldiers to Ostia,” the minister said.")]
    [InlineData("The gate burst on Monday.", "The gate burst on Monday, and officials suspect that it was sabotaged.")]
    [InlineData("Seven people died.", "The coroner confirmed seven deaths.")]
    public void A_sentence_that_keeps_the_hedge_is_not_firmer(string sentence, string quote) => Assert.False(Firmness.IsFirmerThan(sentence, [quote]));

    [Fact]
    public void The_firmest_quote_counts() =>
        Assert.False(Firmness.IsFirmerThan("Norland sent soldiers to Ostia.", ["Norland may have sent soldiers to Ostia.", "Norland sent soldiers to Ostia on Monday, the minister said."]));
}
