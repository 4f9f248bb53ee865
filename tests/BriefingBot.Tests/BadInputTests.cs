using System.Text;
using System.Text.Json;

namespace BriefingBot.Tests;

/// <summary>Every bad input gets one clear line, and nothing else is lost.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Good = "Ferry lands safely\n\nThe ferry Aurelia landed safely at Tessaly on Monday. All ninety passengers walked ashore.\n\nNobody was hurt.\n";

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("no such folder", "ask", "Where is the ferry?", "--corpus", "missing")]
    [InlineData("paper.pdf: .pdf files cannot be read", "ask", "Where is the ferry?", "--corpus", "paper.pdf")]
    [InlineData("no article in this folder", "ask", "Where is the ferry?", "--corpus", "empty")]
    [InlineData("the question is empty", "ask", "   ", "--corpus", "good")]
    [InlineData("holds no word to search for", "ask", "is it the of and?", "--corpus", "good")]
    [InlineData("--as-of takes a day", "ask", "Where is the ferry?", "--as-of", "yesterday", "--corpus", "good")]
    [InlineData("no question", "ask", "--corpus", "good")]
    [InlineData("nothing.jsonl: no such file", "ask", "--questions", "nothing.jsonl", "--out", "out.jsonl", "--corpus", "good")]
    [InlineData("--top takes a number from 1", "search", "ferry", "--top", "0", "--corpus", "good")]
    [InlineData("sail", "sail")]
    [InlineData("the claim is empty", "check", "", "--corpus", "good")]
    [InlineData("the claim is empty", "check", "  ", "--corpus", "good")]
    [InlineData("that is a question, not a claim", "check", "Is the ferry safe?", "--corpus", "good")]
    [InlineData("holds no word to search for", "check", "...", "--corpus", "good")]
    [InlineData("no claim", "check", "--corpus", "good")]
    [InlineData("missing.txt: no such file", "quotes", "missing.txt")]
    [InlineData("good: is a folder", "quotes", "good")]
    [InlineData("paper.pdf: .pdf files cannot be read", "quotes", "paper.pdf")]
    [InlineData("binary.txt: is binary", "quotes", "binary.txt")]
    [InlineData("line.txt: has 10,000,000 characters", "quotes", "line.txt")]
    public void A_bad_request_ends_with_one_line_and_2(string expected, params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        _folder.File("paper.pdf", "%PDF");
        _folder.File("good/ferry.txt", Good);
        _folder.File("binary.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3]);
        _folder.File("line.txt", new string('x', 10_000_000));

        var run = Cli.RunIn(_folder.Path, null, arguments);

        Assert.Equal(2, run.Exit);
        Assert.Contains(expected, run.OneLine, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("– –\n\n***\n")]
    [InlineData("Ferry lands safely")]
    [InlineData("• ferry\n• harbour\n• rope\n")]
    public void An_article_without_a_sentence_quotes_nobody(string text)
    {
        _folder.File("list.txt", text);

        var run = Cli.RunIn(_folder.Path, null, "quotes", "list.txt");
        var json = Cli.RunIn(_folder.Path, null, "quotes", "list.txt", "--json");

        Assert.Equal(0, run.Exit);
        Assert.Contains("0 statements", run.Out, StringComparison.Ordinal);
        Assert.Equal("[]", json.Out.Trim());
    }

    [Fact]
    public void Ten_thousand_attributions_in_one_file_are_all_listed()
    {
        const int Attributions = 10_000;
        _folder.File("many.txt", "Harbour master counts her ferries\n\n" + string.Join("\n\n", Enumerable.Range(0, Attributions).Select(i => $"\"Ferry number {i} is safe and sound,\" said Lena Dorn.")));

        var run = Cli.RunIn(_folder.Path, null, "quotes", "many.txt", "--json");

        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(Attributions, json.RootElement.GetArrayLength());
        Assert.All(json.RootElement.EnumerateArray(), attribution => Assert.Equal("Lena Dorn", attribution.GetProperty("name").GetString()));
    }

    [Fact]
    public void A_question_of_100_KB_is_refused_in_one_line_and_the_others_answered()
    {
        _folder.File("good/ferry.txt", Good);
        var question = JsonSerializer.Serialize(new { id = "1", question = new string('x', 100 * 1024) });
        _folder.File("in.jsonl", question + "\n{\"id\":2,\"question\":\"How many passengers walked ashore from the ferry Aurelia?\"}");

        var run = Cli.RunIn(_folder.Path, null, "ask", "--questions", "in.jsonl", "--out", "out.jsonl", "--corpus", "good");

        Assert.Equal(0, run.Exit);
        Assert.Equal(2, File.ReadLines(Path.Combine(_folder.Path, "out.jsonl")).Count());
        Assert.Contains("102400 characters, the most is", run.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_line_of_questions_is_named()
    {
        _folder.File("good/ferry.txt", Good);
        _folder.File("in.jsonl", "{\"id\":1,\"question\":\"Where is the ferry?\"}\n{broken\n");

        var run = Cli.RunIn(_folder.Path, null, "ask", "--questions", "in.jsonl", "--out", "out.jsonl", "--corpus", "good");

        Assert.Equal(2, run.Exit);
        Assert.Contains("in.jsonl line 2", run.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_files_are_named_and_the_others_indexed()
    {
        _folder.File("c/good.txt", Good);
        _folder.File("c/empty.txt", "");
        _folder.File("c/binary.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3]);
        _folder.File("c/lines.jsonl", string.Concat(Enumerable.Range(1, 16).Select(i => $"{{\"text\":\"Ship number {i} left the harbour of Tessaly.\"}}\n")) + "{\"text\": \"no end\n");
        _folder.File("c/cut.txt", Encoding.UTF8.GetBytes("The café at the quay is open.\n\nIts owner says so. Café")[..^1]);
        _folder.File("c/nul.txt", new string('a', 9000).Replace("aaaa", "word ", StringComparison.Ordinal) + "\0tail");
        _folder.File("c/broken.html", "<html><body><p>The <b>pier was closed on Tuesday after a storm tore its planks away, the harbour office said.<p>It opens again in June");
        _folder.File("c/matter.md", "---\ntitle: [broken\n---\nThe pier is closed.\n");
        _folder.File("c/odd.json", "{\"title\":\"no text\"}");
        using (var large = File.Create(Path.Combine(_folder.Path, "c", "large.txt")))
        {
            large.SetLength(200L * 1024 * 1024);
        }

        var run = Cli.RunIn(_folder.Path, null, "index", "--corpus", "c");

        Assert.Equal(0, run.Exit);
        string[] named = ["empty.txt: is empty", "binary.txt: is binary", "lines.jsonl line 17:", "cut.txt: ends in the middle of a UTF-8 character", "nul.txt: holds a NUL", "matter.md: front matter line", "odd.json: has no \"text\" field", "large.txt: has 200 MB"];
        Assert.All(named, name => Assert.Contains(name, run.Out, StringComparison.Ordinal));
        Assert.Contains("20 new", run.Out, StringComparison.Ordinal);
        Assert.Contains($"{named.Length} problems", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, Cli.RunIn(_folder.Path, null, "ask", "How many passengers walked ashore from the ferry Aurelia?", "--corpus", "c").Exit);
    }

    [Theory]
    [InlineData("'; DROP TABLE article; --")]
    [InlineData("<script>alert(1)</script> ferry")]
    [InlineData("ferry \u202Egnp.exe")]
    [InlineData("ferry [bold]x[/] [[")]
    [InlineData("@ferry.txt")]
    [InlineData("\u001b[31mferry\u001b[0m")]
    [InlineData("ferry NEAR(\"*:^")]
    [InlineData("Ⅷ ferry 𝔉𝔢𝔯𝔯𝔶 田中さん")]
    public void A_hostile_question_is_only_words(string question)
    {
        _folder.File("good/ferry.txt", Good);

        var run = Cli.RunIn(_folder.Path, null, "ask", question, "--corpus", "good");

        Assert.Equal(0, run.Exit);
        Assert.Empty(run.Err);
        Assert.DoesNotContain("\u001b", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_article_cannot_steer_the_terminal()
    {
        _folder.File("good/ferry.txt", "Ferry [bold]lands[/]\n\nThe ferry \u001b[2J Aurelia \u202Elanded\u202C at Tessaly on Monday, [red]the port[/] said.\n\nAll were well.\n");

        var run = Cli.RunIn(_folder.Path, null, "ask", "Where did the ferry Aurelia land?", "--corpus", "good");

        Assert.Equal(0, run.Exit);
        Assert.Contains("[red]the port[/]", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
