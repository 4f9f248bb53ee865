using System.Text.RegularExpressions;

namespace BriefingBot.Channels.Tests.Access;

/// <summary>Doors reach the corpus through what access rules leave of it, or not at all.</summary>
public sealed partial class GuardedDoorsTests
{
    private static readonly string[] Projects = ["BriefingBot.Channels", "BriefingBot.BotBuilder"];

    [Fact]
    public void Only_the_access_slice_touches_the_index()
    {
        var files = Projects
            .Select(project => Path.Combine(Sources.Top, "src", project))
            .Where(Directory.Exists)
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            .Where(file => !Regex.IsMatch(file, @"[/\\](obj|bin|Access|Corpora)[/\\]", RegexOptions.NonBacktracking));

        Assert.DoesNotContain(files, file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Unguarded.IsMatch(line)));
    }

    [GeneratedRegex(@"\b(OpenedAsync|OpenedCorpus|IPassageIndex|IIndexer|new\s+Retriever|new\s+Answerer)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Unguarded { get; }
}
