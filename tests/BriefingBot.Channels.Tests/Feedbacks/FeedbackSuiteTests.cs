using BriefingBot.Answers;
using BriefingBot.Channels.Corpora;
using BriefingBot.Channels.Feedbacks;
using BriefingBot.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.Feedbacks;

/// <summary>From what people asked and rated over HTTP to a suite that is read and run.</summary>
public sealed class FeedbackSuiteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_rated_up_becomes_a_case_that_expects_it()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        await RateAsync(server, "c", "up", new { question = "Did Tidewater Bank receive a loan?", conversation = "c", asOf = "2025-03-11" });

        var suite = await ExportedAsync(server);

        var turn = Assert.Single(Assert.Single(suite.Cases).Turns);
        Assert.Equal(("Did Tidewater Bank receive a loan?", new DateOnly(2025, 3, 11), AnswerStatus.Denied), (turn.Text, turn.AsOf, turn.Expected.Status));
        Assert.Equal(["bank/loan.md"], turn.Expected.Sources);
        Assert.Contains(turn.Expected.Quotes, quote => quote.Speaker == "Tomas Ferrand" && quote.Text.StartsWith("Tidewater Bank did not receive", StringComparison.Ordinal));
        Assert.Equal(["feedback"], suite.Cases[0].Tags);
        Assert.Equal(1, await PassRateAsync(server, suite));
    }

    [Fact]
    public async Task What_is_expected_is_missed_where_the_articles_say_otherwise()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        await RateAsync(server, "c", "up", new { question = "Did Tidewater Bank receive a loan?", conversation = "c" });
        await using var other = await RunningServer.StartAsync([("bank/loan.md", "Tidewater Bank received a loan, its director Tomas Ferrand confirmed.\n")]);

        Assert.Equal(0, await PassRateAsync(other, await ExportedAsync(server)));
    }

    [Fact]
    public async Task An_answer_rated_down_becomes_a_case_with_the_comment_and_nothing_expected()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        await RateAsync(server, "c", "down", new { question = "Was the lock at Kestrin closed?", conversation = "c" }, "It opened again: \"yesterday\".\nSee #3");

        var turn = Assert.Single(Assert.Single((await ExportedAsync(server)).Cases).Turns);

        Assert.Equal("It opened again: \"yesterday\".\nSee #3", turn.Note);
        Assert.Equal((null, 0, 0), (turn.Expected.Status, turn.Expected.Quotes.Count, turn.Expected.Sources.Count));
    }

    [Fact]
    public async Task A_checked_claim_stays_one()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var id = (await server.PostAsync("/api/check", new { claim = "The lock at Kestrin was closed.", conversation = "c" })).GetProperty("id").GetString();
        await server.PostAsync("/api/feedback", new { conversation = "c", answerId = id, rating = "up" });

        var suite = await ExportedAsync(server);

        Assert.Equal((TurnKind.Check, "The lock at Kestrin was closed."), (suite.Cases[0].Turns[0].Kind, suite.Cases[0].Turns[0].Text));
        Assert.Equal(1, await PassRateAsync(server, suite));
    }

    [Fact]
    public async Task A_rated_follow_up_is_asked_after_what_came_before_it()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        await server.PostAsync("/api/ask", new { question = "Who is Odile Frahm?", conversation = "c" });
        await RateAsync(server, "c", "up", new { question = "What did she say about the gate?", conversation = "c" });

        var suite = await ExportedAsync(server);

        Assert.Equal(["Who is Odile Frahm?", "What did she say about the gate?"], Assert.Single(suite.Cases).Turns.Select(turn => turn.Text));
        Assert.Null(suite.Cases[0].Turns[0].Expected.Status);
        Assert.NotEmpty(suite.Cases[0].Turns[1].Expected.Quotes);
        Assert.Equal(1, await PassRateAsync(server, suite));
    }

    [Fact]
    public async Task Of_several_ratings_of_one_answer_the_last_counts()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var id = await RateAsync(server, "c", "up", new { question = "Was the lock at Kestrin closed?", conversation = "c" });
        await server.PostAsync("/api/feedback", new { conversation = "c", answerId = id, rating = "down" });

        Assert.Null(Assert.Single((await ExportedAsync(server)).Cases).Turns[0].Expected.Status);
    }

    [Fact]
    public async Task What_is_not_in_the_corpus_is_expected_not_to_be()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        await RateAsync(server, "c", "up", new { question = "Who won the Velmora football cup?", conversation = "c" });

        var suite = await ExportedAsync(server);

        Assert.Equal(AnswerStatus.NotInCorpus, suite.Cases[0].Turns[0].Expected.Status);
        Assert.Equal(1, await PassRateAsync(server, suite));
    }

    [Fact]
    public async Task Of_an_answer_from_a_part_of_the_corpus_nothing_is_expected_of_the_whole()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        await RateAsync(server, "c", "up", new { question = "Was the lock at Kestrin closed?", conversation = "c", outlets = Outlets });

        var turn = (await ExportedAsync(server)).Cases[0].Turns[0];

        Assert.Null(turn.Expected.Status);
        Assert.Contains("part of the corpus", turn.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_conversation_becomes_one_case_with_its_turns()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        await server.PostAsync("/api/ask", new { question = "Who is Odile Frahm?", conversation = "mine" });
        await RateAsync(server, "mine", "down", new { question = "What did she say about the gate?", conversation = "mine" }, "not all of it");
        await server.PostAsync("/api/ask", new { question = "Did Tidewater Bank receive a loan?", conversation = "other" });

        var cases = await FeedbackSuite.OfConversationAsync(server.Services.GetRequiredService<IJournal>(), "mine", Cancellation);

        var turns = Assert.Single(cases).Turns;
        Assert.Equal(["Who is Odile Frahm?", "What did she say about the gate?"], turns.Select(turn => turn.Text));
        Assert.NotNull(turns[0].Expected.Status);
        Assert.Equal((null, "not all of it"), (turns[1].Expected.Status, turns[1].Note));
        Assert.Equal(1, await PassRateAsync(server, Read(server, cases)));
        Assert.Empty(await FeedbackSuite.OfConversationAsync(server.Services.GetRequiredService<IJournal>(), "none", Cancellation));
    }

    private static readonly string[] Outlets = ["River Post"];

    private static async Task<string> RateAsync(RunningServer server, string conversation, string rating, object ask, string? comment = null)
    {
        var id = (await server.PostAsync("/api/ask", ask)).GetProperty("id").GetString()!;
        await server.PostAsync("/api/feedback", new { conversation, answerId = id, rating, comment });
        return id;
    }

    private static async Task<Suite> ExportedAsync(RunningServer server) =>
        Read(server, await FeedbackSuite.OfFeedbackAsync(server.Services.GetRequiredService<IJournal>(), Cancellation));

    private static Suite Read(RunningServer server, IReadOnlyList<WrittenCase> cases)
    {
        var file = Path.Combine(server.Corpus, "..", "suite.yaml");
        File.WriteAllText(file, SuiteWriter.Write("Of a test.", "Test", "corpus", cases));
        return SuiteReader.Read(file);
    }

    private static async Task<double> PassRateAsync(RunningServer server, Suite suite)
    {
        var opened = await server.Services.GetRequiredService<LiveCorpus>().OpenedAsync(Cancellation);
        var results = await new SuiteRunner(new CorpusAnswerer(opened.Index, opened.Answerer).AnswerAsync).RunAsync(suite.Cases, 1, cancellation: Cancellation);
        return results.Count(result => result.IsPassed) / (double)results.Count;
    }
}
