using System.Text.Json;
using BriefingBot.Tests;

namespace BriefingBot.OpenAI.Tests;

/// <summary>The program with a model.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Ask_with_a_model_from_the_settings()
    {
        await using var server = await ModelServer.StartAsync(SampleAnswers.Answers);
        _folder.File("appsettings.json", JsonSerializer.Serialize(new { Model = new { Provider = "openai", Endpoint = server.Url, Name = "m", ApiKey = SampleAnswers.Key } }));

        var json = Run("ask", SampleAnswers.Question, "--json");
        var text = Run("ask", SampleAnswers.Question);
        var other = Run("ask", SampleAnswers.Question, "--json", "--model", "n");
        var none = Run("ask", SampleAnswers.Question, "--json", "--model", "none");
        var version = Run("--version");

        using var answer = JsonDocument.Parse(json.Out);
        Assert.Equal("openai:m", answer.RootElement.GetProperty("model").GetString());
        Assert.Equal(1, answer.RootElement.GetProperty("verification").GetProperty("kept").GetInt32());
        Assert.Equal(900, answer.RootElement.GetProperty("usage").GetProperty("promptTokens").GetInt32());
        Assert.Contains($"{SampleAnswers.Good} [1]", text.Out, StringComparison.Ordinal);
        Assert.Contains("Written by openai:m", text.Out, StringComparison.Ordinal);
        Assert.Contains("\"model\": \"openai:n\"", other.Out, StringComparison.Ordinal);
        Assert.Contains("\"model\": \"extractive\"", none.Out, StringComparison.Ordinal);
        Assert.Contains("model: openai:m", version.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Model":{"Provider":"opanai"}}""", "Model:Provider is unknown")]
    [InlineData("""{"Model":{"Provider":"openai","Name":"m"}}""", "Model:ApiKey is missing")]
    [InlineData("""{"Model":{"Provider":"openai","ApiKey":"sk-secret"}}""", "Model:Name is missing")]
    [InlineData("""{"Model":{"Provider":"azure","Name":"m","ApiKey":"sk-secret"}}""", "Model:Endpoint is missing")]
    [InlineData("""{"Model":{"Provider":"ollama","Name":"m","Endpoint":"here"}}""", "Model:Endpoint is no http")]
    [InlineData("""{"Model":{"Provider":"ollama","Name":"m","Endpoint":"http://me:sk-secret@127.0.0.1/v1"}}""", "Model:Endpoint is no http")]
    [InlineData("""{"Model":{"Provider":"ollama","Name":"m","Draft":{"MaxSeconds":0}}}""", "MaxSeconds must be between")]
    [InlineData("""{"Model":{"Provider":"ollama","Name":"m","Draft":{"MaxSeconds":"sk-secret"}}}""", "no number where one belongs")]
    [InlineData("""{"Model":""", "mend the JSON")]
    public void A_wrong_setting_ends_with_one_line_and_2_and_shows_no_secret(string settings, string expected)
    {
        _folder.File("appsettings.json", settings);

        var run = Run("ask", SampleAnswers.Question);

        Assert.Equal(2, run.Exit);
        Assert.Contains(expected, run.OneLine, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", run.OneLine, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void A_server_reads_the_same_settings()
    {
        _folder.File("appsettings.json", """{"Model":""");

        var run = Run("serve", "--model", "none", "--corpus", Cli.Corpus, "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.Exit);
        Assert.Contains("mend the JSON", run.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_no_provider_is_asked_for_in_vain()
    {
        var run = Run("ask", SampleAnswers.Question, "--model", "m");

        Assert.Equal(2, run.Exit);
        Assert.Contains("no provider is configured", run.OneLine, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // The libraries of ASP.NET Core come with the framework of these tests, not with the program.
    static SettingsTests() => Cli.HostArguments = ["exec", "--runtimeconfig", Beside("runtimeconfig.json"), "--depsfile", Beside("deps.json")];

    private static string Beside(string ending) => Path.Combine(AppContext.BaseDirectory, $"BriefingBot.OpenAI.Tests.{ending}");

    private CliRun Run(params string[] arguments) => arguments is ["ask", ..]
        ? Cli.RunIn(_folder.Path, null, [.. arguments, "--corpus", Cli.Corpus, "--data", Path.Combine(_folder.Path, "data")])
        : Cli.RunIn(_folder.Path, null, arguments);
}
