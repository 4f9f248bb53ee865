using System.Text.RegularExpressions;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Sqlite;
using BriefingBot.Terminal;
using Spectre.Console;

namespace BriefingBot.Tests;

/// <summary>
/// The answers over the sample corpus, as a reader sees them, in tests/BriefingBot.Tests/Approved: the question, with a day in
/// brackets where it is asked as of one, then the answer. Run with BRIEFINGBOT_APPROVE=1 to write them anew, and read the difference.
/// </summary>
public sealed partial class ApprovedAnswerTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    public static TheoryData<string> Names() =>
        [.. Directory.GetFiles(Folder(), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Two_sentences_that_share_a_month_and_no_word_of_the_question_confirm_nothing()
    {
        var answer = await new Answerer(sample.Index).AskAsync("When will the river open?", cancellation: TestContext.Current.CancellationToken);

        Assert.NotEqual(ClaimStatus.Confirmed, answer.Status);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_answer_is_the_approved_one(string name)
    {
        var file = Path.Combine(Folder(), name + ".txt");
        var approved = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var asked = Asked().Match(approved);
        var asOf = asked.Groups[2].Success ? DateOnly.Parse(asked.Groups[2].ValueSpan) : (DateOnly?)null;

        var answer = await new Answerer(sample.Index).AskAsync(asked.Groups[1].Value, new AskOptions { AsOf = asOf }, TestContext.Current.CancellationToken);
        var given = $"{asked.Value}\n\n{Render(answer with { Elapsed = TimeSpan.Zero })}";

        Assert.All(answer.Citations, citation => Assert.Equal(citation.Quote.Text, citation.Quote.Source.Text[citation.Quote.Span.Start..citation.Quote.Span.End]));
        if (Environment.GetEnvironmentVariable("BRIEFINGBOT_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(file, given, TestContext.Current.CancellationToken);
        }

        Assert.Equal(Environment.GetEnvironmentVariable("BRIEFINGBOT_APPROVE") == "1" ? given : approved, given);
    }

    private static string Render(Answer answer)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 100_000;
        AnswerView.Show(console, answer);
        return string.Join('\n', text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }

    internal static string Folder() => Path.Combine(Cli.Top, "tests", "BriefingBot.Tests", "Approved");

    [GeneratedRegex(@"\A(.+?)(?: \[as of (\d{4}-\d{2}-\d{2})\])?$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();
}

/// <summary>The index of the sample corpus, made once.</summary>
public sealed class SampleIndex : IAsyncLifetime
{
    private readonly TestFolder _data = new();
    private SqliteIndex? _index;

    public SqliteIndex Index => _index!;

    public async ValueTask InitializeAsync()
    {
        var corpus = new Corpus(Cli.Corpus);
        var path = SqliteIndex.PathOf(_data.Path, corpus);
        await new SqliteIndexer(path).UpdateAsync(corpus);
        _index = SqliteIndex.Open(path);
    }

    public ValueTask DisposeAsync()
    {
        _index?.Dispose();
        _data.Dispose();
        return ValueTask.CompletedTask;
    }
}
