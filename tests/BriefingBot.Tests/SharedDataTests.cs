using System.Text.Json;

namespace BriefingBot.Tests;

/// <summary>Runs over material that lies beside the project on some machines only.</summary>
public sealed class SharedDataTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void No_hostile_string_crashes_or_hangs_it_as_a_question_or_as_an_article()
    {
        var strings = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Shared("data/attacks/naughty-strings.json")))!;
        _folder.File("c/articles.jsonl", string.Join('\n', strings.Select((text, i) => JsonSerializer.Serialize(new { id = $"a{i}", title = text, text = text + "\n\nThe ferry Aurelia landed at Tessaly." }))));
        for (var i = 0; i < strings.Length; i++)
        {
            _folder.File($"c/{i}.txt", strings[i] + "\n");
        }

        _folder.File("in.jsonl", string.Join('\n', strings.Select((text, i) => JsonSerializer.Serialize(new { id = i, question = "Aurelia " + text }))));

        var index = Cli.RunIn(_folder.Path, null, "index", "--corpus", "c");
        var ask = Cli.RunIn(_folder.Path, null, "ask", "--questions", "in.jsonl", "--out", "out.jsonl", "--corpus", "c");

        Assert.Equal(0, index.Exit);
        Assert.Equal(0, ask.Exit);
        Assert.Equal(strings.Length, File.ReadLines(Path.Combine(_folder.Path, "out.jsonl")).Count());
    }

    [Theory]
    [InlineData("Has the Pentagon confirmed that North Korean troops are in Ukraine?", "unconfirmed")]
    [InlineData("How many soldiers did South Korea's spy agency say North Korea sent?", "unconfirmed")]
    [InlineData("Did South Korea say 10,000 soldiers were sent?", "unconfirmed")]
    [InlineData("Did Lloyd Austin resign?", null)]
    [InlineData("What did South Korea say about lethal aid to Ukraine?", null)]
    public void The_seeds_are_answered_as_they_are(string question, string? status)
    {
        var run = Cli.RunIn(_folder.Path, null, "ask", question, "--json", "--corpus", Shared("seeds"));

        Assert.Equal(0, run.Exit);
        using var answer = JsonDocument.Parse(run.Out);
        Assert.Equal(status, answer.RootElement.GetProperty("status").GetString());
    }

    public void Dispose() => _folder.Dispose();

    private static string Shared(string path)
    {
        var full = Path.Combine(Cli.Top, "..", "shared", path);
        Assert.SkipUnless(Path.Exists(full), $"needs shared/{path} beside the project");
        return full;
    }
}
