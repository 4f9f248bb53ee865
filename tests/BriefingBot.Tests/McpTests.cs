using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace BriefingBot.Tests;

/// <summary>The program as a client of the Model Context Protocol starts it.</summary>
public sealed class McpTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("2025-06-18")]
    public async Task The_official_client_asks_and_reads_on(string? revision)
    {
        using var data = new TestFolder();
        await using var client = await McpClient.CreateAsync(
            new StdioClientTransport(new StdioClientTransportOptions
            {
                Name = "briefingbot",
                Command = "dotnet",
                Arguments = [Path.Combine(AppContext.BaseDirectory, "briefingbot.dll"), "mcp", "--corpus", Cli.Corpus, "--data", data.Path, "--index", "sqlite"],
            }),
            new McpClientOptions { ProtocolVersion = revision, DiscoverProbeTimeout = TimeSpan.FromMinutes(1) },
            cancellationToken: Cancellation);
        Dictionary<string, object?> question = new() { ["question"] = "Has the Pentagon confirmed that North Korean troops are in Ukraine?" };

        using var cancelled = new CancellationTokenSource();
        var given = client.CallToolAsync("ask", question, cancellationToken: cancelled.Token).AsTask();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.CallToolAsync("ask", question, cancellationToken: Cancellation).AsTask()));
        var id = answers[0].StructuredContent!.Value.GetProperty("citations")[0].GetProperty("articleId").GetString();
        var article = await client.CallToolAsync("read_article", new Dictionary<string, object?> { ["articleId"] = id }, cancellationToken: Cancellation);
        var unknown = await client.CallToolAsync("read_article", new Dictionary<string, object?> { ["articleId"] = "no such" }, cancellationToken: Cancellation);

        Assert.All(answers, answer => Assert.StartsWith("UNCONFIRMED: ", TextOf(answer), StringComparison.Ordinal));
        Assert.Contains(answers[0].StructuredContent!.Value.GetProperty("citations")[0].GetProperty("quote").GetString()!, article.StructuredContent!.Value.GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.True(unknown.IsError);
    }

    [Fact]
    public void Standard_output_holds_nothing_but_the_protocol_and_the_end_of_input_ends_it()
    {
        using var folder = new TestFolder();
        folder.File("articles/good.txt", "The lock at Kestrin was closed on Monday, the river authority said.");
        folder.File("articles/broken.json", "{");
        const string Messages = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            this is no message

            """;

        var run = Cli.RunIn(folder.Path, Messages, "mcp", "--corpus", "articles", "--data", "data", "--index", "sqlite");

        Assert.Equal(0, run.Exit);
        Assert.All(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal("2.0", JsonDocument.Parse(line).RootElement.GetProperty("jsonrpc").GetString()));
    }

    [Fact]
    public void A_corpus_that_is_not_there_is_told_on_standard_error_in_one_line()
    {
        using var folder = new TestFolder();

        var run = Cli.RunIn(folder.Path, "", "mcp", "--corpus", "nowhere");

        Assert.Equal(2, run.Exit);
        Assert.Empty(run.Out);
        Assert.Contains("nowhere", run.OneLine, StringComparison.Ordinal);
    }

    private static string TextOf(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
