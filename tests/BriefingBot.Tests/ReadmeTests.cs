using System.Text.RegularExpressions;

namespace BriefingBot.Tests;

/// <summary>What README names exists.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Cli.Top, "README.md"));

    [Fact]
    public void Every_path_exists()
    {
        var paths = Paths().Matches(Readme).Select(match => match.Groups[1].Value.TrimEnd('/')).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Cli.Top, path)), path));
    }

    [Fact]
    public void Every_command_and_option_exists()
    {
        var used = Commands().Matches(Readme).Select(match => (Command: match.Groups[1].Value, Options: match.Groups[2].Value)).ToList();

        Assert.NotEmpty(used);
        foreach (var (command, options) in used)
        {
            var help = Cli.Run([.. command.Split(' '), "--help"]);
            Assert.Equal(0, help.Exit);
            Assert.All(Options().Matches(options).Select(option => option.Value), option => Assert.Contains(option, help.Out, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_answer_it_shows_is_the_answer_it_gives()
    {
        var shown = Shown().Match(Readme);
        Assert.True(shown.Success);
        using var data = new TestFolder();

        var run = Cli.Run("ask", shown.Groups[1].Value, "--data", data.Path);

        Assert.Equal(Comparable(shown.Groups[2].Value), Comparable(run.Out));
    }

    // The time an answer takes differs from run to run.
    private static string Comparable(string output) =>
        string.Join('\n', Milliseconds().Replace(output, "in N ms").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));

    [GeneratedRegex(@"[`(]((?:src|tests|corpus|\.ci)(?:/[\w.-]+)*/?)[`)]", RegexOptions.NonBacktracking)]
    private static partial Regex Paths();

    [GeneratedRegex(@"(?:src/BriefingBot --|briefingbot) (ask|chat|search|check|quotes|index|corpus|eval new|eval diff|eval|mcp|keys add|keys list|keys remove)\b([^`\n]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Commands();

    [GeneratedRegex(@"--[a-z][a-z-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Options();

    [GeneratedRegex("\\$ dotnet run --project src/BriefingBot -- ask \"([^\"]+)\"\n([^`]+)```", RegexOptions.NonBacktracking)]
    private static partial Regex Shown();

    [GeneratedRegex(@"in [\d,.]+ ms", RegexOptions.NonBacktracking)]
    private static partial Regex Milliseconds();
}
