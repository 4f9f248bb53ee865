using System.Net.Http.Json;
using System.Text.Json;
using BriefingBot.Evaluation;

namespace BriefingBot.Tests;

/// <summary>From a server to a suite, each a process of its own.</summary>
public sealed class FeedbackExportTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_rated_survives_a_kill_and_becomes_a_suite_that_runs()
    {
        foreach (var file in (string[])["velmora/ferrand-denies.txt", "kestrin/death-toll-seven.md"])
            _folder.File(Path.Combine("c", Path.GetFileName(file)), File.ReadAllBytes(Path.Combine(Cli.Corpus, file)));
        using (var server = await ServedProgram.StartAsync(_folder.Path, Cancellation))
        {
            await RateAsync(server.Client, "Has Tomas Ferrand resigned?", "up", null);
            await RateAsync(server.Client, "How many people died at the Kestrin lock?", "down", "Which of the two numbers is newer?");
            server.Process.Kill();
        }

        var drafted = Cli.RunIn(_folder.Path, null, "eval", "new", "--from-feedback", "--corpus", "c", "--data", Data, "--out", "feedback.yaml");
        var run = Cli.RunIn(_folder.Path, null, "eval", "feedback.yaml", "--data", Data, "--json", "report.json");

        Assert.Equal((0, ""), (drafted.Exit, drafted.Err));
        var turns = SuiteReader.Read(Path.Combine(_folder.Path, "feedback.yaml")).Cases.Select(one => Assert.Single(one.Turns)).ToList();
        Assert.Equal([("Has Tomas Ferrand resigned?", AnswerStatus.Denied, null), ("How many people died at the Kestrin lock?", null, "Which of the two numbers is newer?")], turns.Select(turn => (turn.Text, turn.Expected.Status, turn.Note)));
        Assert.Equal(0, run.Exit);
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "report.json")));
        Assert.Equal(2, report.RootElement.GetProperty("cases").GetArrayLength());
    }

    [Fact]
    public void Where_nobody_rated_an_answer_there_is_no_suite()
    {
        var run = Cli.RunIn(_folder.Path, null, "eval", "new", "--from-feedback", "--corpus", Cli.Corpus, "--data", Data, "--out", "feedback.yaml");
        var other = Cli.RunIn(_folder.Path, null, "eval", "new", "--conversation", "none", "--corpus", Cli.Corpus, "--data", Data, "--out", "feedback.yaml");

        Assert.Equal((2, 2), (run.Exit, other.Exit));
        Assert.Contains("nobody has rated an answer yet", run.OneLine, StringComparison.Ordinal);
        Assert.Contains("no such conversation is kept", other.OneLine, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "feedback.yaml")));
    }

    [Theory]
    [InlineData("""{"Retention":{"Days":-1}}""", "Retention:Days: write a number of days")]
    [InlineData("""{"Retention":{"Days":"sk-secret"}}""", "Retention:Days: what stands there is of the wrong kind")]
    public void A_wrong_setting_of_the_server_ends_with_one_line_and_2_and_shows_no_value(string settings, string expected)
    {
        _folder.File("appsettings.json", settings);

        var run = Cli.RunIn(_folder.Path, null, "serve", "--model", "none", "--corpus", Cli.Corpus, "--data", Data, "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.Exit);
        Assert.Contains(expected, run.OneLine, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", run.OneLine, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Data => Path.Combine(_folder.Path, "data");

    private static async Task RateAsync(HttpClient client, string question, string rating, string? comment)
    {
        using var asked = await client.PostAsJsonAsync(new Uri("/api/ask", UriKind.Relative), new { question, conversation = question }, Cancellation);
        var answer = await asked.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        using var rated = await client.PostAsJsonAsync(new Uri("/api/feedback", UriKind.Relative), new { conversation = question, answerId = answer.GetProperty("id").GetString(), rating, comment }, Cancellation);
        Assert.True(rated.IsSuccessStatusCode, await rated.Content.ReadAsStringAsync(Cancellation));
    }
}
