using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace BriefingBot.Channels.Tests;

/// <summary>Calls of the API, and what comes back.</summary>
internal static class Rest
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A small town's news: two outlets, three days and one undated, two collections.</summary>
    public static (string File, string Text)[] Articles { get; } =
    [
        ("river/lock closed.md", "---\ntitle: Lock at Kestrin closed\noutlet: River Post\npublished: 2025-03-10\nlanguage: en\n---\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said.\n\n“The gate will be replaced in spring,” said Odile Frahm, who heads the authority.\n"),
        ("river/gate.md", "---\ntitle: New gate for Kestrin\noutlet: River Post\nauthor: Mika Lund\npublished: 2025-03-12\nlanguage: en\nurl: https://river.example/gate\n---\nThe gate at Kestrin may be replaced earlier, Odile Frahm said on Wednesday.\n"),
        ("bank/loan.md", "---\ntitle: Bank denies loan\noutlet: Harbour Wire\npublished: 2025-03-11\nlanguage: en\n---\nTidewater Bank did not receive a loan, its director Tomas Ferrand said.\n"),
        ("bank/undated.txt", "The bank opens at nine. Nobody was quoted.\n"),
    ];

    public static async Task<JsonElement> GetAsync(this RunningServer server, string address)
    {
        using var response = await server.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {await response.Content.ReadAsStringAsync(Cancellation)}");
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public static async Task<JsonElement> PostAsync(this RunningServer server, string address, object body)
    {
        using var response = await server.Client.PostAsJsonAsync(new Uri(address, UriKind.Relative), body, Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {await response.Content.ReadAsStringAsync(Cancellation)}");
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    /// <summary>The line of a problem that must come back with this status.</summary>
    public static async Task<string> ProblemAsync(this RunningServer server, HttpStatusCode status, HttpMethod method, string address, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        using var response = await server.Client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == status, $"{address}: {(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.RootElement.GetProperty("title").GetString()));
        var line = problem.RootElement.GetProperty("detail").GetString()!;
        Assert.DoesNotContain('\n', line);
        return line;
    }

    public static Task<string> ProblemAsync(this RunningServer server, HttpStatusCode status, string address) => server.ProblemAsync(status, HttpMethod.Get, address);

    public static string[] Texts(this JsonElement array, string property) => [.. array.EnumerateArray().Select(item => item.GetProperty(property).GetString()!)];
}
