using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Claims;

public sealed class StanceReaderTests
{
    private const string Troops = "Are Norland soldiers in Ostia?";

    [Theory]
    [InlineData(Troops, "Norland soldiers are in Ostia, the ministry said.", Stance.Supports)]
    [InlineData(Troops, "There are no Norland soldiers in Ostia, the ministry said.", Stance.Refutes)]
    [InlineData(Troops, "The ministry denied that Norland soldiers are in Ostia.", Stance.Refutes)]
    [InlineData(Troops, "The ministry cannot confirm that Norland soldiers are in Ostia.", Stance.Uncommitted)]
    [InlineData(Troops, "The ministry declined to comment on Norland soldiers in Ostia.", Stance.Unrelated)]
    [InlineData(Troops, "Norland sells timber to Ostia, the ministry said.", Stance.Unrelated)]
    [InlineData("Did Norland send 10,000 soldiers to Ostia?", "Norland sent 1,500 soldiers to Ostia, the ministry said.", Stance.Unrelated)]
    [InlineData(Troops, "Norland soldiers are in Ostia, and the ministry could not say when they would leave.", Stance.Supports)]
    [InlineData(Troops, "Norland soldiers are in Ostia, but it is not clear how they came.", Stance.Supports)]
    [InlineData("Did Velmora grant the loan?", "Tomas Ferrand of Velmora rules out giving up his post over the secret loan.", Stance.Unrelated)]
    [InlineData("Does Norland supply Ostia with military support?", "Norland supplies Ostia with military goods. The ministry has stated that there is no evidence of Norland soldiers being sent to support Ostia.", Stance.Unrelated)]
    [InlineData("Did Bellen visit Norland?", "Bellen made the first visit for 24 years; there had been no visit to Norland for 24 years.", Stance.Supports)]
    [InlineData("Was the office warned before the gate of Lock Nine burst?", "The gate of Lock Nine burst on Monday.", Stance.Unrelated)]
    [InlineData("Did the state help Fjordbank?", "Fjordbank would fail if the state did not help it.", Stance.Supports)]
    [InlineData("Has Sundria sent troops to Ostia?", "Sundria’s spy agency claimed that Norland sent troops to Ostia.", Stance.Unrelated)]
    [InlineData("Did an officer shoot Anders Vik?", "There was no reason for an officer to shoot Anders Vik.", Stance.Unrelated)]
    [InlineData("Were two children hurt in Ostia?", "Two children were hurt in Ostia. There is no treatment for children in Ostia.", Stance.Unrelated)]
    [InlineData("Did the council ban cars?", "The council voted to ban cars. It rejected a plan to raise fees.", Stance.Unrelated)]
    [InlineData("Was there a leak of ammonia at Brackwater's store?", "Brackwater owns the store. Twelve people breathed ammonia. There was a leak.", Stance.Supports)]
    [InlineData("Was the gate sabotaged or not?", "The gate was sabotaged, the ministry said.", Stance.Supports)]
    [InlineData("Did 300 firms in Ostia miss their targets?", "Up to 300 firms in Ostia missed their targets.", Stance.Supports)]
    public void A_sentence_takes_the_stance_its_words_show(string question, string sentence, Stance expected) =>
        Assert.Equal(expected, Stances(question, sentence)[^1]);

    [Fact]
    public void A_doubt_may_point_back_to_the_sentence_before() =>
        Assert.Equal(Stance.Uncommitted, Stances(Troops, "Papers say that Norland soldiers are in Ostia. I cannot confirm those reports.")[^1]);

    [Fact]
    public void What_will_happen_has_not_happened()
    {
        var statement = Assert.Single(Read("Was the loan to Bellen repaid?", "The loan to Bellen will be repaid in June."));

        Assert.Equal(Commitment.Hedged, statement.Commitment);
    }

    [Fact]
    public void Planning_to_send_is_not_sent() =>
        Assert.Equal(Commitment.Hedged, Assert.Single(Read("Has Norland sent engineers to Ostia?", "Norland plans to send army engineers to Ostia, according to a report by its radio.")).Commitment);

    [Fact]
    public void A_claim_of_names_alone_is_supported_by_names() =>
        Assert.Equal(Stance.Supports, Stances("Norland Ostia?", "Norland met Ostia on Monday.")[^1]);

    [Fact]
    public void A_condition_supports_nothing() =>
        Assert.Equal(Stance.Unrelated, Stances(Troops, "If Norland soldiers are in Ostia, the war will grow.")[^1]);

    [Theory]
    [InlineData("Did Hovland resign?", "Knut Berg called on Monday for Hovland to resign.")]
    [InlineData("Did hundreds of people die on the ferry?", "The ferry sank, and hundreds of people are feared dead.")]
    [InlineData("Did Dorn steal the painting?", "Police arrested Dorn over the theft of the painting.")]
    [InlineData("Has the museum opened?", "The opening of the museum has been put off to May.")]
    [InlineData("Did 300 firms in Ostia miss their targets?", "Up to 300 firms in Ostia missed their targets.")]
    [InlineData("Did the state help Fjordbank?", "Fjordbank would fail if the state did not help it.")]
    public void What_is_called_for_feared_suspected_put_off_or_capped_is_not_so_yet(string question, string sentence) =>
        Assert.Equal((Stance.Supports, Commitment.Hedged), Assert.Single(Read(question, sentence)) is var read ? (read.Stance, read.Commitment) : default);

    [Theory]
    [InlineData("Norland soldiers plan to be in Ostia by June.")]
    [InlineData("Norland soldiers are in Ostia, it is believed.")]
    [InlineData("Norland soldiers are in Ostia, according to unnamed officials.")]
    public void A_plan_and_a_hedge_at_the_end_are_hedges(string sentence) =>
        Assert.Equal(Commitment.Hedged, Assert.Single(Read(Troops, sentence)).Commitment);

    private static List<Stance> Stances(string question, string text) => Read(question, text).ConvertAll(statement => statement.Stance);

    private static List<StatementStance> Read(string question, string text)
    {
        var parsed = Question.Parse(question);
        var reader = new StanceReader(Claim.Of(parsed, [.. parsed.Terms.Select(_ => 3.0)]));
        var article = new Article("a", "", text, new Provenance(null, null, null, null, "en", "h"), []);
        return [.. reader.Scan(article).Select(reader.Read)];
    }
}
