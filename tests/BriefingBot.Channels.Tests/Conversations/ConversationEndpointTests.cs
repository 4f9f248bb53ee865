using System.Net;
using System.Text.Json;

namespace BriefingBot.Channels.Tests.Conversations;

public sealed class ConversationEndpointTests
{
    private const string Lock = "river/lock closed.md";

    [Fact]
    public async Task Turns_come_back_as_they_were_given()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var first = await server.PostAsync("/api/ask", new { question = "Was the lock at Kestrin closed?", conversation = "mine/1 #2" });
        var second = await server.PostAsync("/api/ask", new { question = "When?", conversation = "mine/1 #2" });
        await server.PostAsync("/api/ask", new { question = "Who is Tomas Ferrand?", conversation = "other" });

        var turns = (await server.GetAsync("/api/conversations/mine%2F1%20%232")).GetProperty("turns");

        Assert.Equal(["Was the lock at Kestrin closed?", "When?"], turns.Texts("asked"));
        Assert.Equal(first.GetRawText(), turns[0].GetProperty("answer").GetRawText());
        Assert.Equal(second.GetRawText(), turns[1].GetProperty("answer").GetRawText());
        Assert.All(turns.EnumerateArray(), turn => Assert.Equal((0, JsonValueKind.Null), (turn.GetProperty("stale").GetArrayLength(), turn.GetProperty("now").ValueKind)));
    }

    [Fact]
    public async Task A_follow_up_leans_on_the_articles_cited_before()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        await server.PostAsync("/api/ask", new { question = "Who heads the river authority?", conversation = "c" });

        var answer = await server.PostAsync("/api/ask", new { question = "What did she say about the gate?", conversation = "c" });

        Assert.Contains("Frahm", answer.GetProperty("question").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_was_never_held_has_no_turns()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        Assert.Equal(0, (await server.GetAsync("/api/conversations/new")).GetProperty("turns").GetArrayLength());
    }

    [Fact]
    public async Task Top_leaves_the_last_turns()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        await server.PostAsync("/api/ask", new { question = "Was the lock at Kestrin closed?", conversation = "c" });
        await server.PostAsync("/api/ask", new { question = "Who is Tomas Ferrand?", conversation = "c" });

        Assert.Equal(["Who is Tomas Ferrand?"], (await server.GetAsync("/api/conversations/c?top=1")).GetProperty("turns").Texts("asked"));
        Assert.StartsWith("top: 0 is not from 1", await server.ProblemAsync(HttpStatusCode.BadRequest, "/api/conversations/c?top=0"), StringComparison.Ordinal);
        Assert.StartsWith("id: a conversation's has 1 to 128", await server.ProblemAsync(HttpStatusCode.BadRequest, $"/api/conversations/{new string('c', 129)}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "gone")]
    [InlineData("---\noutlet: River Post\npublished: 2025-03-10\n---\nNothing of it was so.\n", "changed")]
    [InlineData("+\nThe ferry runs again.\n", "edited")]
    public async Task A_citation_whose_article_is_not_what_it_was_is_stale(string? now, string reason)
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var before = (await server.GetAsync("/api/articles/river%2Flock%20closed.md")).GetProperty("contentHash").GetString();
        await server.PostAsync("/api/ask", new { question = "Was the lock at Kestrin closed?", conversation = "c" });

        await ChangeAsync(server, now, before);

        var stale = (await server.GetAsync("/api/conversations/c")).GetProperty("turns")[0].GetProperty("stale");
        Assert.NotEqual(0, stale.GetArrayLength());
        Assert.All(stale.EnumerateArray(), citation => Assert.Equal((Lock, reason), (citation.GetProperty("articleId").GetString(), citation.GetProperty("reason").GetString())));
    }

    [Fact]
    public async Task A_turn_says_where_its_question_comes_to_something_else_now()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var before = (await server.GetAsync("/api/articles/river%2Flock%20closed.md")).GetProperty("contentHash").GetString();
        await server.PostAsync("/api/ask", new { question = "Was the lock at Kestrin closed?", conversation = "c" });
        await server.PostAsync("/api/ask", new { question = "Did Tidewater Bank receive a loan?", conversation = "c" });

        await ChangeAsync(server, "---\noutlet: River Post\npublished: 2025-03-10\n---\nThe lock at Kestrin was not closed, the river authority said.\n", before);

        var turns = (await server.GetAsync("/api/conversations/c")).GetProperty("turns");
        Assert.Equal("denied", turns[0].GetProperty("now").GetProperty("status").GetString());
        Assert.NotEqual("denied", turns[0].GetProperty("answer").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, turns[1].GetProperty("now").ValueKind);
    }

    /// <summary>Returns once the server has seen it.</summary>
    private static async Task ChangeAsync(RunningServer server, string? text, string? hashBefore)
    {
        var file = Path.Combine(server.Corpus, Lock);
        if (text is null)
            File.Delete(file);
        else if (text.StartsWith('+'))
            await File.AppendAllTextAsync(file, text[1..], TestContext.Current.CancellationToken);
        else
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        while (true)
        {
            using var response = await server.Client.GetAsync(new Uri("/api/articles/river%2Flock%20closed.md", UriKind.Relative), TestContext.Current.CancellationToken);
            if (text is null ? response.StatusCode == HttpStatusCode.NotFound : response.IsSuccessStatusCode && !(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains(hashBefore!, StringComparison.Ordinal))
                return;
        }
    }
}
