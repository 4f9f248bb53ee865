using System.Net;
using System.Net.Http.Json;
using System.Text;
using BriefingBot.Channels.Access;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Conversations;
using BriefingBot.Retrieval;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.Access;

/// <summary>Two collections, of which callers of the API may read one.</summary>
public sealed class AccessTests
{
    private const string Secret = "Zarquonia";

    private static readonly (string, string)[] Articles =
    [
        ("open/lock.md", "---\noutlet: River Post\n---\nLock at Kestrin closed\n\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said."),
        ("closed/merger.md", $"---\noutlet: Deal Times\n---\n{Secret} will buy the lock at Kestrin\n\n{Secret} confirmed on Monday that it will buy the lock at Kestrin after the gate broke, said Odile Frahm."),
    ];

    [Theory]
    [InlineData("GET", "/api/search?q=Who+will+buy+the+lock+at+Kestrin", null)]
    [InlineData("GET", "/api/search?q=lock+at+Kestrin&collection=closed", null)]
    [InlineData("GET", "/api/search?q=lock+at+Kestrin&outlet=Deal+Times", null)]
    [InlineData("GET", "/api/articles", null)]
    [InlineData("GET", "/api/articles?q=lock+at+Kestrin", null)]
    [InlineData("GET", "/api/articles?collection=closed", null)]
    [InlineData("GET", "/api/articles/closed%2Fmerger.md", null)]
    [InlineData("GET", "/api/articles/closed/merger.md", null)]
    [InlineData("GET", "/api/articles/closed%2Fmerger.md/quotes", null)]
    [InlineData("GET", "/api/examples", null)]
    [InlineData("GET", "/api/conversations/1", null)]
    [InlineData("POST", "/v1/chat/completions", """{"model":"briefingbot","messages":[{"role":"user","content":"Who will buy the lock at Kestrin?"}]}""")]
    [InlineData("POST", "/v1/chat/completions", """{"model":"briefingbot-check","stream":true,"messages":[{"role":"user","content":"The lock at Kestrin will be bought."}]}""")]
    [InlineData("POST", "/mcp", """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Who will buy the lock at Kestrin?"}}}""")]
    [InlineData("POST", "/mcp", """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"query":"Who will buy the lock at Kestrin?"}}}""")]
    [InlineData("POST", "/mcp", """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"read_article","arguments":{"articleId":"closed/merger.md"}}}""")]
    [InlineData("POST", "/mcp", """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"who_said_what","arguments":{"about":"the lock at Kestrin"}}}""")]
    public async Task What_may_not_be_read_is_behind_no_door(string method, string path, string? body)
    {
        await using var server = await RunningServer.StartAsync(Articles, Allow("*", "open"));
        await server.Services.GetRequiredService<ReadableCorpus>().OpenAsync(new Caller("api"), cancellation: Cancellation);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");

        using var response = await server.Client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, text);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Deal Times", text, StringComparison.Ordinal);
        Assert.DoesNotContain("merger", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2 articles", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"articles\":2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"total\":2", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/ask", "{\"question\":\"Who will buy the lock at Kestrin?\"}")]
    [InlineData("/api/ask", "{\"question\":\"What did Odile Frahm confirm on Monday?\",\"collections\":[\"closed\"]}")]
    [InlineData("/api/ask", "{\"question\":\"Was the lock at Kestrin closed?\"}")]
    [InlineData("/api/check", "{\"claim\":\"The lock at Kestrin will be bought\"}")]
    public async Task What_may_not_be_read_is_in_no_answer(string path, string body)
    {
        await using var server = await RunningServer.StartAsync(Articles, Allow("door:api", "open"));

        foreach (var accept in new[] { "application/json", "text/event-stream" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Accept.ParseAdd(accept);
            using var response = await server.Client.SendAsync(request, Cancellation);
            var text = await response.Content.ReadAsStringAsync(Cancellation);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("merger", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Deal Times", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"articles\":2", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_may_read_nothing_is_told_so()
    {
        await using var server = await RunningServer.StartAsync(Articles, Allow("key:desk", "open"));

        using var response = await server.Client.PostAsJsonAsync("/api/ask", new { question = "Was the lock at Kestrin closed?" }, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("You may not read any article here", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_membership_opens_what_its_rule_names()
    {
        await using var server = await RunningServer.StartAsync(Articles, Allow("team:deals", "closed"));
        var bot = server.Services.GetRequiredService<Bot>();

        var answer = await bot.CheckAsync(new Ask("Zarquonia will buy the lock at Kestrin", new Caller("teams", "team:deals")), Cancellation);

        Assert.All(answer.Citations, citation => Assert.Equal("closed/merger.md", citation.Quote.Source.Id));
        Assert.NotEmpty(answer.Citations);
        await Assert.ThrowsAsync<AccessException>(() => bot.CheckAsync(new Ask("Zarquonia will buy the lock", new Caller("teams", "team:other")), Cancellation));
    }

    [Fact]
    public async Task What_may_not_be_read_is_neither_counted_nor_listed_nor_found()
    {
        await using var server = await RunningServer.StartAsync(Articles, Allow("*", "open"));

        var reading = await server.Services.GetRequiredService<ReadableCorpus>().OpenAsync(new Caller("api"), cancellation: Cancellation);
        var wanted = await server.Services.GetRequiredService<ReadableCorpus>().OpenAsync(new Caller("api"), new PassageFilter { Collections = ["closed"] }, Cancellation);

        Assert.Equal((1, 1), (reading.Extent.Articles, reading.Extent.Passages));
        Assert.Equal("open/lock.md", Assert.Single(reading.List(0, 10).Articles).Id);
        Assert.Equal(1, reading.List(0, 0).Total);
        Assert.Equal("River Post", Assert.Single(reading.Outlets).Outlet);
        Assert.NotNull(reading.Find("open/lock.md"));
        Assert.Null(reading.Find("closed/merger.md"));
        Assert.NotNull(reading.FindNamed("lock"));
        Assert.Null(reading.FindNamed($"{Secret} will buy the lock at Kestrin"));
        Assert.Null(reading.FindNamed("merger"));
        Assert.Equal((0, 0), (wanted.Extent.Articles, wanted.List(0, 10).Total));
        Assert.Empty(wanted.Outlets);
        Assert.Null(wanted.Find("closed/merger.md"));
    }

    [Fact]
    public async Task In_a_chat_who_may_read_nothing_is_told_so_and_sources_are_those_that_may_be_read()
    {
        await using var server = await RunningServer.StartAsync(Articles, Allow("team:desk", "open"));

        Assert.Contains("You may not read any article here", await ChatAsync(server, "sources", "team:other"), StringComparison.Ordinal);
        Assert.Contains("You may not read any article here", await ChatAsync(server, "Who will buy the lock at Kestrin?", "team:other"), StringComparison.Ordinal);
        foreach (var text in new[] { "sources", "Who will buy the lock at Kestrin?", "check The lock at Kestrin will be bought" })
        {
            var said = await ChatAsync(server, text, "team:desk");
            Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
            Assert.DoesNotContain("Deal Times", said, StringComparison.Ordinal);
            Assert.DoesNotContain("2 articles", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_gets_the_conversation_of_another()
    {
        await using var server = await RunningServer.StartAsync(Articles, Allow("*", "open"));
        var bot = server.Services.GetRequiredService<Bot>();
        var log = server.Services.GetRequiredService<ConversationLog>();
        var mine = new Caller("api", "key:mine");

        await foreach (var written in bot.AskAsync(new Ask("Was the lock at Kestrin closed?", mine) { Conversation = "1" }, Cancellation))
            Assert.NotNull(written);

        Assert.Single(await log.TurnsAsync(log.KeyOf(mine, "1"), 8, Cancellation));
        Assert.All(
            [new Caller("api", "key:other"), new Caller("api"), new Caller("web", "key:mine"), new Caller("api", "key:mine", "team:2"), new Caller("api", "key:mine\n1")],
            other => Assert.Empty(log.TurnsAsync(log.KeyOf(other, "1"), 8, Cancellation).GetAwaiter().GetResult()));
    }

    [Fact]
    public void A_conversation_begins_anew_when_access_changes()
    {
        var caller = new Caller("api", "key:desk");

        Assert.NotEqual(Log("open", "closed").KeyOf(caller, "1"), Log("open").KeyOf(caller, "1"));

        static ConversationLog Log(params string[] read) => new(new MemoryJournal(), new AccessRules(Options.Create(new AccessOptions { Rules = { new AccessRule { Who = "*", Read = read } } })));
    }

    [Theory]
    [InlineData("Access:Rules:0:Who", "finance", "Access:Rules:0:Who: \"finance\" names nobody")]
    [InlineData("Access:Rules:0:Read", "", "Read")]
    [InlineData("Access:Rule:0:Who", "*", "Access: nothing there is called 'Rule'")]
    [InlineData("Access:Rules:0:Collections:0", "open", "Access: nothing there is called 'Collections'")]
    public async Task A_rule_that_cannot_be_meant_so_refuses_to_start(string key, string value, string said)
    {
        var wrong = await Assert.ThrowsAnyAsync<Exception>(() => RunningServer.StartAsync(Articles, builder =>
        {
            builder.Configuration["Access:Rules:0:Who"] = "*";
            builder.Configuration["Access:Rules:0:Read:0"] = key.EndsWith("Read", StringComparison.Ordinal) ? " " : "open";
            builder.Configuration[key] = value;
        }));

        Assert.Contains(said, wrong.Message + wrong.InnerException?.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ChatAsync(RunningServer server, string text, string membership)
    {
        List<string> said = [];
        await foreach (var reply in server.Services.GetRequiredService<Chat>().ReplyAsync(new Ask(text, new Caller("teams", membership)) { Conversation = "1" }, Cancellation))
            said.Add($"{reply} {(reply as BotAnswer)?.Answer.Searched} {string.Join(' ', (reply as BotAnswer)?.Answer.Citations.Select(citation => citation.Quote.Text) ?? [])}");
        return string.Join('\n', said);
    }

    private static Action<WebApplicationBuilder> Allow(string who, params string[] read) => builder =>
    {
        builder.Configuration["Access:Rules:0:Who"] = who;
        for (var at = 0; at < read.Length; at++)
            builder.Configuration[$"Access:Rules:0:Read:{at}"] = read[at];
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
