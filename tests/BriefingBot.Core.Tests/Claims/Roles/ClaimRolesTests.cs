using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Claims.Roles;

public sealed class ClaimRolesTests
{
    [Theory]
    [InlineData("Did Pellworth buy Corvin?", "Corvin Group has bought the shipping company Pellworth for two billion, both companies said on Thursday.")]
    [InlineData("Was Corvin bought by Pellworth?", "Corvin Group has bought the shipping company Pellworth for two billion.")]
    [InlineData("Did Lund lend Tarn Bank money?", "\"I can confirm that the central bank lent Tarn Bank money,\" Vera Lund said.")]
    [InlineData("Did Tarn Bank lend the central bank money?", "The central bank lent Tarn Bank money on Monday.")]
    [InlineData("Did Erik Dahl shoot a police officer?", "A police officer shot dead a man, Erik Dahl, on Monday.")]
    [InlineData("Did Olga Stern receive a holiday?", "Anders Vik said that he had received a holiday.")]
    [InlineData("Did Norland soldiers kill Sundrian soldiers?", "Three Norland soldiers were killed by Sundrian artillery.")]
    [InlineData("Was a police officer shot dead?", "A police officer shot dead a man on Monday.")]
    public void What_others_do_is_not_what_the_claim_says(string claim, string sentence) =>
        Assert.True(IsOfOthers(claim, sentence));

    [Theory]
    [InlineData("Was Pellworth bought by Corvin?", "Corvin Group has bought the shipping company Pellworth for two billion.")]
    [InlineData("Was Tarn Bank lent money by the central bank?", "The central bank lent Tarn Bank money on Monday.")]
    [InlineData("Did Vera Lund lend Tarn Bank money?", "\"I lent Tarn Bank money,\" Vera Lund said.")]
    [InlineData("Did Brackwater close its store?", "The company has closed its store, Brackwater said.")]
    [InlineData("Did Sundria kill three soldiers?", "Three soldiers were killed by Sundrian artillery.")]
    [InlineData("Did the finance minister of Velmora own shares in Tidewater?", "\"I have never owned a single share in Tidewater, and nor has my wife,\" Ferrand told parliament.")]
    [InlineData("Did twelve dockers get hurt by an ammonia leak?", "Ammonia leaked from a flooded cold store on Tuesday and injured twelve dockers, their union said.")]
    [InlineData("Did Norvane copy the blade?", "Harlow accuses Norvane of copying a blade.")]
    [InlineData("Was the Kestrin lock sabotage?", "The gate at Kestrin may have been tampered with.")]
    public void What_the_claims_own_people_do_is(string claim, string sentence) =>
        Assert.False(IsOfOthers(claim, sentence));

    private static bool IsOfOthers(string question, string sentence)
    {
        var parsed = Question.Parse(question);
        var claim = Claim.Of(parsed, [.. parsed.Terms.Select(_ => 3.0)]);
        var matcher = new ClaimMatcher(claim);
        var article = new Article("a", "", sentence, new Provenance(null, null, null, null, "en", "h"), []);
        var statement = new StatementReader(article).Read(0);
        return ClaimRoles.Of(claim, matcher)!.IsOfOthers(statement, Words.Of(sentence, statement.Span), matcher.Match(sentence, statement.Span));
    }
}
