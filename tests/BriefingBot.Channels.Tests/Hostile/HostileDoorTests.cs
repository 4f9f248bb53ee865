using System.Text;

namespace BriefingBot.Channels.Tests.Hostile;

/// <summary>Hostile strings where the protocols of OpenAI and of MCP carry them.</summary>
public sealed class HostileDoorTests
{
    private static readonly (string, string)[] Articles = [("desk/lock.txt", "Lock closed\n\nThe lock at Kestrin was closed on Monday, the river authority said.")];

    // Half of a pair of surrogates: the protocol's library refuses it before a tool sees it, in words of its own.
    private const string Half = "\\ud8";

    [Fact]
    public async Task No_string_makes_a_completion_or_a_tool_fail()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        List<string> failed = [];

        foreach (var text in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "hostile.tsv")).Where(line => !line.StartsWith('#')))
        {
            foreach (var (path, body) in Bodies(text))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } } };
                request.Headers.Accept.ParseAdd("application/json, text/event-stream");
                using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
                var said = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if ((int)response.StatusCode >= 500 || said.Contains("log says what", StringComparison.Ordinal) || (said.Contains("An error occurred", StringComparison.Ordinal) && !text.Contains(Half, StringComparison.Ordinal)))
                    failed.Add($"{(int)response.StatusCode} {path} {body}: {said}");
            }
        }

        Assert.Empty(failed);
    }

    /// <param name="json">As JSON writes it, with the quotation marks.</param>
    private static IEnumerable<(string Path, string Body)> Bodies(string json)
    {
        yield return ("/v1/chat/completions", $$"""{"model":"briefingbot","messages":[{"role":"user","content":{{json}}},{"role":"user","content":"And the lock?"}]}""");
        yield return ("/v1/chat/completions", $$"""{"model":"briefingbot-check","user":{{json}},"messages":[{"role":"system","content":{{json}}},{"role":"user","content":[{"type":"text","text":{{json}}}]}]}""");
        foreach (var (tool, arguments) in new[]
        {
            ("ask", $$"""{"question":{{json}},"earlier":[{{json}}],"outlets":[{{json}}]}"""),
            ("check", $$"""{"claim":{{json}},"from":{{json}}}"""),
            ("search", $$"""{"query":{{json}},{{json}}:1}"""),
            ("search", $$"""{"query":{{json}}}"""),
            ("read_article", $$"""{"articleId":{{json}}}"""),
            ("who_said_what", $$"""{"about":{{json}},"speaker":{{json}}}"""),
        })
        {
            yield return ("/mcp", $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}} } }""");
        }

        yield return ("/mcp", $$"""{"jsonrpc":"2.0","id":{{json}},"method":{{json}},"params":{"name":{{json}} } }""");
    }
}
