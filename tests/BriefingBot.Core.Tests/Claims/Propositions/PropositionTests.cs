using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Claims.Propositions;

public sealed class PropositionTests
{
    [Theory]
    [InlineData("Did Pellworth buy Corvin?", "Corvin Group has bought the shipping company Pellworth for two billion, both companies said on Thursday.")]
    [InlineData("Was Corvin bought by Pellworth?", "Corvin Group has bought the shipping company Pellworth for two billion.")]
    [InlineData("Did Lund lend Tarn Bank money?", "\"I can confirm that the central bank lent Tarn Bank money,\" Vera Lund said.")]
    [InlineData("Did Tarn Bank lend the central bank money?", "The central bank lent Tarn Bank money on Monday.")]
    [InlineData("Did Erik Dahl shoot a police officer?", "A police officer shot dead a man, Erik Dahl, on Monday.")]
    [InlineData("Did Olga Stern receive a holiday?", "Anders Vik said that he had received a holiday.")]
    [InlineData("Did Norland soldiers kill Sundrian soldiers?", "Three Norland soldiers were killed by Sundrian artillery.")]
    [InlineData("Was Anders Vik killed?", "Anders Vik has received death threats since Monday.")]
    [InlineData("Did Sundria declare a water shortage?", "The ministry declared a water shortage in Norland and Sundria on Monday.")]
    [InlineData("Did Vera Lund apologise to Anders Vik?", "\"Vera, I apologise to you,\" Anders Vik said.")]
    public void What_others_do_is_not_what_the_claim_says(string claim, string sentence) =>
        Assert.Equal(Telling.Not, Tell(claim, sentence));

    [Theory]
    [InlineData("Was Pellworth bought by Corvin?", "Corvin Group has bought the shipping company Pellworth for two billion.")]
    [InlineData("Did Vera Lund lend Tarn Bank money?", "\"I lent Tarn Bank money,\" Vera Lund said.")]
    [InlineData("Did Brackwater close its store?", "The company has closed its store, Brackwater said.")]
    [InlineData("Did Sundria kill three soldiers?", "Three soldiers were killed by Sundrian artillery.")]
    [InlineData("Did twelve dockers get hurt by an ammonia leak?", "Ammonia leaked from a flooded cold store on Tuesday and injured twelve dockers, their union said.")]
    [InlineData("Will Tarn Bank close 14 branches?", "\"We will close 14 branches,\" said Vera Lund, the chief executive of Tarn Bank.")]
    [InlineData("Did Olga Stern die in Ostia?", "Olga Stern died in Ostia on Monday.")]
    [InlineData("Did Anders Vik manage to escape?", "Anders Vik managed to escape on Monday.")]
    public void What_the_claims_own_people_do_is(string claim, string sentence) =>
        Assert.Equal(Telling.Plainly, Tell(claim, sentence));

    [Theory]
    [InlineData("Was Anders Vik convicted?", "Two senators voted to convict Anders Vik.")]
    [InlineData("Did Olga Stern die in Ostia?", "Olga Stern died on Monday, and Ostia is in mourning.")]
    [InlineData("Did Anders Vik resign?", "Anders Vik will leave if he has resigned by Monday.")]
    [InlineData("Was Anders Vik killed?", "Anders Vik would be killed there.")]
    [InlineData("Was Anders Vik deported?", "Anders Vik faces deportation after his visa was revoked.")]
    public void What_is_aimed_at_or_conditional_or_elsewhere_is_at_most_possible(string claim, string sentence) =>
        Assert.True(Tell(claim, sentence) <= Telling.Possibly);

    [Theory]
    [InlineData("Did the finance minister own shares in Tarn Bank?", "\"I have never owned a single share in Tarn Bank, and nor has my wife,\" the finance minister said.")]
    [InlineData("Did Anders Vik resign?", "Anders Vik has not resigned.")]
    [InlineData("Did Anders Vik make an offer?", "Anders Vik made no offer.")]
    public void What_is_negated_is_told_as_not_so(string claim, string sentence) =>
        Assert.Equal(Telling.Negated, Tell(claim, sentence));

    [Fact]
    public void A_deed_told_before_is_meant_by_the_noun_that_points_at_it() =>
        Assert.Equal(Telling.Plainly, Tell("Will Tarn Bank close 14 branches?", "Tarn Bank is to close 14 of its branches. The union said that its members had been told of the same 14 closures."));

    [Fact]
    public void What_was_there_was_at_what_the_article_names() =>
        Assert.Equal(Telling.Plainly, Tell("Was there a leak of ammonia at Brackwater's store?", "Brackwater owns the store. Twelve people breathed ammonia. There was a leak."));

    [Fact]
    public void Whom_two_names_have_in_a_deed_that_is_pointed_at_stays_open() =>
        Assert.Equal(Telling.Not, Tell("Did Sundria attack Norland?", "Norland attacked Sundria. The attack began on Monday."));

    [Theory]
    [InlineData("Did Tarn Motors recall the Coral Five?", "recal")]
    [InlineData("Did Vera Lund concede to Anders Vik?", "conce")]
    public void Where_nothing_but_names_follows_the_verb_it_is_the_verb_that_is_asked_about(string question, string verb)
    {
        var claim = ClaimOf(question);

        Assert.Null(claim.Asked);
        Assert.Contains(claim.Terms, term => term.Term.Text.StartsWith(verb, StringComparison.Ordinal));
    }

    /// <summary>How the last sentence tells the claim.</summary>
    private static Telling Tell(string question, string text)
    {
        var claim = ClaimOf(question);
        var article = new Article("a", "", text, new Provenance(null, null, null, null, "en", "h"), []);
        var sentence = new StanceReader(claim).Scan(article).Last();
        return Proposition.Of(claim, new ClaimMatcher(claim))!.In(sentence.Reader.Read(sentence.Index), sentence);
    }

    private static Claim ClaimOf(string question)
    {
        var parsed = Question.Parse(question);
        return Claim.Of(parsed, [.. parsed.Terms.Select(_ => 3.0)]);
    }
}
