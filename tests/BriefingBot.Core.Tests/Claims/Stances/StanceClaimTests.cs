using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims.Stances;

public sealed class StanceClaimTests
{
    [Theory]
    [InlineData("killed", nameof(MatchKind.Exact))]
    [InlineData("deaths", nameof(MatchKind.Synonym))]
    [InlineData("alive", nameof(MatchKind.Antonym))]
    [InlineData("12", nameof(MatchKind.Synonym))]
    [InlineData("Brackwaterian", nameof(MatchKind.Prefix))]
    [InlineData("bank", nameof(MatchKind.None))]
    public void A_word_of_a_text_stands_for_a_word_of_the_claim(string word, string kind)
    {
        var claim = new StanceClaim("Twelve were killed in Brackwater");

        Assert.Equal(kind, claim.Match(new StanceText(word).Tokens[0]).Kind.ToString());
    }

    [Fact]
    public void Another_form_of_a_cue_is_no_cue()
    {
        Assert.NotEmpty(new StanceText("a doctored picture").Cues);
        Assert.Empty(new StanceText("the doctor").Cues);
    }
}
