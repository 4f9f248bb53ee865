using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Core.Tests.Retrieval;

namespace BriefingBot.Core.Tests.Answers;

/// <summary>Whole answers over a few invented articles, one for each rule.</summary>
public sealed class ClaimAnswerTests
{
    private const string Briefing = "\"We certainly know that Orrin is supplying Tessaly with military support,\" said Lena Dorn, the Harbour Guard's spokeswoman, \"but I don't have anything for you on any specific soldiers going into Tessaly at this time.\"";

    [Fact]
    public async Task A_doubt_of_one_thing_is_no_doubt_of_another_in_the_same_sentence()
    {
        var answer = await Ask("Is Orrin supplying Tessaly with military support?", Briefing, "Orrin gives Tessaly military support, the pact says. Asked about soldiers from Orrin, Lena Dorn replied: \"I don't have anything for you on that.\"");

        Assert.NotEqual(ClaimStatus.Unconfirmed, answer.Status);
        Assert.DoesNotContain(answer.Citations, citation => citation.Stance == Stance.Uncommitted);
    }

    [Fact]
    public async Task A_doubt_of_what_was_just_said_stays_one()
    {
        var answer = await Ask("Has Orrin sent soldiers to Tessaly?", "A broadcaster said that Orrin had sent soldiers to Tessaly. \"I can't confirm those reports,\" Lena Dorn said.");

        Assert.Equal(ClaimStatus.Unconfirmed, answer.Status);
    }

    [Fact]
    public async Task Who_says_what_would_be_is_quoted_and_it_is_not_so_yet()
    {
        var answer = await Ask("Who said that a closed lock would be the end of the grain trade?", "A closed lock would be “the end of the grain trade,” Tove Marck said on Monday.");

        Assert.Equal(ClaimStatus.Unconfirmed, answer.Status);
        Assert.Equal("Tove Marck", answer.Citations[0].Speaker);
    }

    [Theory]
    [InlineData("Did eight people die at the lock in Orrin?", ClaimStatus.Denied)]
    [InlineData("Did 8 people die at the lock in Orrin?", ClaimStatus.Denied)]
    [InlineData("Did seven people die at the lock in Orrin?", ClaimStatus.Reported)]
    [InlineData("Did 7 people die at the lock in Orrin?", ClaimStatus.Reported)]
    public async Task Whoever_counts_another_number_denies_the_one_asked_for(string question, ClaimStatus status)
    {
        var answer = await Ask(question, "Seven people died at the lock in Orrin on Tuesday morning. The lock is shut.");

        Assert.Equal(status, answer.Status);
        Assert.StartsWith("Seven people died", answer.Citations[0].Quote.Text, StringComparison.Ordinal);
        Assert.Equal(status == ClaimStatus.Denied, answer.Text.StartsWith("No, another number: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Did more than 500 firms in Orrin miss their targets?")]
    [InlineData("Did 400 firms in Orrin miss their targets?")]
    public async Task A_bound_denies_no_number_within_it(string question)
    {
        var answer = await Ask(question, "At least 300 firms in Orrin missed their targets, the agency said.");

        Assert.NotEqual(ClaimStatus.Denied, answer.Status);
    }

    [Theory]
    [InlineData("When will the lock open again?", "will stay shut until next year")]
    [InlineData("When will the river open?", "within ten days")]
    public async Task When_something_will_be_may_be_told_loosely_or_by_its_opposite(string question, string words)
    {
        var answer = await Ask(question, "The gate of the lock burst on 11 March. Dana Frahm expects the river to open to small craft within ten days. The lock will stay shut until next year, she said.");

        Assert.Contains(words, answer.Citations[0].Quote.Text, StringComparison.Ordinal);
        Assert.Equal(ClaimStatus.Reported, answer.Status);
    }

    [Fact]
    public async Task Talk_of_something_is_unconfirmed_though_it_names_the_rest_elsewhere()
    {
        var answer = await Ask("Was the lock at Orrin sabotaged?", "The gate that burst at Orrin may have been tampered with, it was reported. The lock is shut.");

        Assert.Equal(ClaimStatus.Unconfirmed, answer.Status);
    }

    [Fact]
    public async Task Two_words_in_common_do_not_confirm_what_somebody_said()
    {
        var answer = await Ask("What did Vask say about the bank run?", "Henrike Vask said that a bank run is a fire.", "The bank had run short of money.");

        Assert.Equal(ClaimStatus.Reported, answer.Status);
    }

    [Fact]
    public async Task A_denial_without_a_number_denies_every_number()
    {
        var answer = await Ask("Were twelve dockers hurt by a leak in Orrin?", "Twelve dockers were hurt by a leak in Orrin, Marta Quill said.", "No dockers were hurt by a leak in Orrin, said Joris Hahn.");

        Assert.Equal(ClaimStatus.Disputed, answer.Status);
    }

    [Fact]
    public async Task Who_somebody_is_stands_beside_the_name()
    {
        var answer = await Ask("Who is Odo Fenn?", "“I can’t confirm those reports,” Odo Fenn said. The reports came on Friday.", "Odo Fenn, the harbour master of Orrin, could not confirm the reports on Friday.");

        Assert.Equal(ClaimStatus.Reported, answer.Status);
        Assert.Contains("the harbour master of Orrin", answer.Citations[0].Quote.Text, StringComparison.Ordinal);
        Assert.Null(answer.Citations[0].Speaker);
    }

    [Fact]
    public async Task What_happened_to_something_is_whatever_is_told_of_it()
    {
        var answer = await Ask("What happened to the Corvin?", "The Corvin ran onto the rocks off Tessaly on Monday and lost its cargo. Nobody was hurt.", "Bread is dearer in Orrin than it was last year, the town council has found.");

        Assert.Contains("rocks", answer.Citations[0].Quote.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_somebody_has_proved_a_claim_is_answered_by_what_they_lack()
    {
        var answer = await Ask(
            "Has Ilja Varn proved that soldiers from Orrin are in Tessaly?",
            "Ilja Varn has claimed without evidence that soldiers from Orrin are in Tessaly.",
            "Lena Dorn could not confirm that soldiers from Orrin are in Tessaly.");

        Assert.Equal(ClaimStatus.Unconfirmed, answer.Status);
        Assert.StartsWith("No, not confirmed: ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("without evidence", answer.Citations[0].Quote.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_likeliest_articles_only_fear_is_looked_for_in_more()
    {
        string[] feared = [.. Enumerable.Range(1, 15).Select(i => $"If Norland invades Ostia, Ostia will fight, party {i} said. Will Norland invade Ostia?")];

        var answer = await Ask("Did Norland invade Ostia?", [.. feared, "Bread is dear. The harvest was late, and the roads were wet. Grain has cost more since Norland invaded Ostia on Monday."]);

        Assert.Equal(ClaimStatus.Reported, answer.Status);
    }

    [Fact]
    public async Task What_is_planned_has_not_happened()
    {
        var answer = await Ask("Has Orrin sent engineers to Tessaly?", "Orrin plans to send engineers to Tessaly, Harbour Wire reported.");

        Assert.Equal(ClaimStatus.Unconfirmed, answer.Status);
    }

    [Fact]
    public async Task A_name_that_looks_like_a_denial_denies_nothing()
    {
        var answer = await Ask("Has the rebuilding of Orrin begun?", "The rebuilding of Orrin has begun, Prime Minister Denys Varn said.");

        Assert.Equal(ClaimStatus.Reported, answer.Status);
    }

    [Fact]
    public async Task What_is_denied_of_one_bank_is_not_denied_of_another()
    {
        var answer = await Ask("Did the Guild of Orrin lend Harrow Bank money?", "The Guild of Orrin lent Harrow Bank money in May, Tove Marck said.", "In Orrin no guild has money for every bank.");

        Assert.Equal(ClaimStatus.Reported, answer.Status);
    }

    [Theory]
    [InlineData("Did Harrow Bank ask for a loan?", "Harrow Bank did not ask for a loan, the minister Odo Fenn said.", ClaimStatus.Denied)]
    [InlineData("Did Harrow Bank ask for a loan?", "Harrow Bank asked for a loan, the minister Odo Fenn said.", ClaimStatus.Reported)]
    [InlineData("Is Lena Dorn in Tessaly?", "Lena Dorn wrote from Orrin that Tessaly is a fine town.", null)]
    [InlineData("Is Lena Dorn in Tessaly?", "Lena Dorn is in Tessaly, the Harbour Guard said.", ClaimStatus.Reported)]
    [InlineData("Will the lock of Orrin open this year?", "The lock of Orrin will stay shut until next year.", ClaimStatus.Denied)]
    [InlineData("Are the shares of Harrow Bank suspended?", "Odo Fenn denied that he had ever owned shares in Harrow Bank.", null)]
    [InlineData("Is Harrow Bank sold to Regent Bank?", "Harrow Bank may be sold to Regent Bank, which neither bank would discuss on Monday.", ClaimStatus.Unconfirmed)]
    public async Task Words_of_a_claim_in_a_sentence_are_not_yet_the_claim(string question, string text, ClaimStatus? status)
    {
        var answer = await Ask(question, text);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Both_sides_of_a_dispute_stand_in_the_order_of_their_days()
    {
        using var index = new MemoryIndex(
            Some("b", "There was no leak of ammonia in Orrin, said Joris Hahn, the company's chief executive.", 13),
            Some("a", "Ammonia leaked in Orrin on Tuesday, said Marta Quill, who leads the dockers' union.", 12));

        var answer = await new Answerer(index).AskAsync("Did ammonia leak in Orrin?", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(ClaimStatus.Disputed, answer.Status);
        Assert.Equal([Stance.Supports, Stance.Refutes], answer.Citations.Select(citation => citation.Stance));
    }

    [Fact]
    public async Task What_somebody_said_stands_in_the_order_of_its_days_with_its_status()
    {
        using var index = new MemoryIndex(
            Some("b", "Ilja Varn said on Monday that soldiers from Orrin are in Tessaly.", 13),
            Some("a", "Ilja Varn said on Friday that soldiers from Orrin would soon march.", 10),
            Some("c", "Lena Dorn could not confirm that soldiers from Orrin are in Tessaly.", 14));

        var answer = await new Answerer(index).AskAsync("What did Ilja Varn say about soldiers from Orrin?", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b"], answer.Citations.Select(citation => citation.Quote.Source.Id));
        Assert.Equal(ClaimStatus.Unconfirmed, answer.Status);
        Assert.Contains("2025-03-13", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> Ask(string question, params string[] texts)
    {
        using var index = new MemoryIndex(texts.Select((text, i) => Some($"{i}", text, null)));
        return await new Answerer(index).AskAsync(question, cancellation: TestContext.Current.CancellationToken);
    }

    private static Article Some(string id, string text, int? day) =>
        new(id, "", text, new Provenance($"Paper {id}", null, null, day is { } date ? new DateOnly(2025, 3, date) : null, "en", id), []);
}
