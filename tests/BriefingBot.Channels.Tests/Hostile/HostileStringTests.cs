using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.Hostile;

public sealed partial class HostileStringTests
{
    private static readonly (string, string)[] Articles = [("desk/lock.txt", "Lock closed\n\nThe lock at Kestrin was closed on Monday, the river authority said.")];

    // Whatever an endpoint calls its text, it is there.
    private static readonly string[] Names =
    [
        "question", "claim", "conversation", "text", "id", "q", "answer", "answerId", "rating", "comment", "query", "model", "type", "name", "speaker", "about", "user", "locale", "channelId", "serviceUrl", "method", "prompt", "input",
    ];

    private static readonly string[] Addressed = ["q", "top", "skip", "asOf", "outlet", "language", "collection", "from", "to", "conversation", "id", "watermark"];

    [Fact]
    public async Task No_string_makes_an_endpoint_fail_or_hang()
    {
        await CheckAsync([.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "hostile.tsv")).Where(line => !line.StartsWith('#'))]);
    }

    [Fact]
    public async Task No_string_of_a_public_list_makes_an_endpoint_fail_or_hang()
    {
        var list = Path.Combine(Sources.Top, "..", "shared", "data", "attacks", "naughty-strings.json");
        Assert.SkipUnless(File.Exists(list), "needs shared/data beside the project");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(list, Cancellation));
        await CheckAsync([.. json.RootElement.EnumerateArray().Select(text => text.GetRawText())]);
    }

    /// <param name="strings">As JSON writes them, with the quotation marks: some cannot be written otherwise.</param>
    private static async Task CheckAsync(IReadOnlyList<string> strings)
    {
        await using var server = await RunningServer.StartAsync(Articles);
        var endpoints = Endpoints(server);
        Assert.Contains(endpoints, endpoint => endpoint.Method.Equals("POST", StringComparison.Ordinal) && endpoint.Pattern.Equals("/api/ask", StringComparison.Ordinal));

        List<string> failed = [];
        foreach (var text in strings)
        {
            foreach (var (method, pattern) in endpoints)
            {
                foreach (var request in Requests(method, pattern, text))
                {
                    using (request)
                    {
                        // Headers alone: some answers go on as long as one listens.
                        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
                        if ((int)response.StatusCode is 500 or > 501)
                            failed.Add($"{(int)response.StatusCode} {method} {pattern} {text}");
                    }
                }
            }
        }

        Assert.Empty(failed);
    }

    private static List<(string Method, string Pattern)> Endpoints(RunningServer server) =>
        [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.RoutePattern.RawText!.StartsWith("/assets/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(method => (method, endpoint.RoutePattern.RawText!)) ?? [])
            .Distinct()];

    private static IEnumerable<HttpRequestMessage> Requests(string method, string pattern, string json)
    {
        var text = TextOf(json);
        var escaped = Uri.EscapeDataString(text);
        var path = Hole.Replace(pattern, escaped.Length == 0 ? "-" : escaped);
        if (method is "GET" or "HEAD" or "DELETE")
        {
            foreach (var name in path.Equals(pattern, StringComparison.Ordinal) ? Addressed : Addressed[..1])
                yield return Message(method, $"{path}?q=lock&{name}={escaped}", null);
            yield break;
        }

        yield return Message(method, path, $$"""{"messages":[{"role":"user","content":{{json}}}],"outlets":[{{json}}],{{string.Join(',', Names.Select(name => $"\"{name}\":{json}"))}}}""");
        yield return Message(method, path, $$"""{"question":{{json}}}""");
        yield return Message(method, path, $$"""{"claim":{{json}},{{json}}:1}""");
        yield return Message(method, path, text);
    }

    private static HttpRequestMessage Message(string method, string address, string? body) => new(new HttpMethod(method), new Uri(address, UriKind.Relative))
    {
        Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } },
    };

    // Half of a pair of surrogates is no text, and cannot be part of an address.
    private static string TextOf(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(json)!;
        }
        catch (JsonException)
        {
            return "\uFFFD";
        }
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
