using System.Net;
using System.Net.Http.Json;

namespace BriefingBot.Tests;

public sealed class KeysTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public KeysTests() => _folder.File("c/lock.txt", "Lock closed\n\nThe lock at Kestrin was closed on Monday, the river authority said.");

    [Fact]
    public void A_key_is_shown_once_listed_by_name_and_removed()
    {
        var added = Keys("add", "reports");
        var listed = Keys("list");
        var removed = Keys("remove", "reports");

        Assert.Equal((0, 0, 0), (added.Exit, listed.Exit, removed.Exit));
        Assert.Matches(@"\Abb_[A-Za-z0-9_-]{43}\n\z", added.Out);
        Assert.EndsWith("  reports\n", listed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(added.Out.Trim(), listed.Out, StringComparison.Ordinal);
        Assert.Equal("", Keys("list").Out);
    }

    [Theory]
    [InlineData("add", "Reports!", "a key cannot be named so")]
    [InlineData("remove", "reports", "there is no key of this name")]
    public void What_cannot_be_is_one_line(string verb, string name, string said)
    {
        var run = Keys(verb, name);

        Assert.Equal(2, run.Exit);
        Assert.Contains(said, run.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_server_soon_wants_the_key_that_was_made_beside_it()
    {
        using var server = await ServedProgram.StartAsync(_folder.Path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, null));

        var key = Keys("add", "reports").Out.Trim();
        while (await AskAsync(server, null) != HttpStatusCode.Unauthorized)
            Cancellation.ThrowIfCancellationRequested();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, key));
    }

    [Fact]
    public void It_does_not_stand_open_to_other_machines_without_a_key()
    {
        var run = Cli.RunIn(_folder.Path, null, "serve", "--corpus", "c", "--data", "data", "--index", "sqlite", "--urls", "http://0.0.0.0:0");

        Assert.Equal(2, run.Exit);
        Assert.Contains("briefingbot keys add NAME", run.OneLine, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private CliRun Keys(params string[] arguments) => Cli.RunIn(_folder.Path, null, ["keys", .. arguments, "--corpus", "c", "--data", "data", "--index", "sqlite"]);

    private static async Task<HttpStatusCode> AskAsync(ServedProgram server, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "Was the lock at Kestrin closed?" }) };
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        using var response = await server.Client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
