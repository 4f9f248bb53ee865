using System.Collections.Frozen;

namespace BriefingBot.Retrieval;

/// <summary>A list of words of which some have any ending (заяви*) or any beginning (*했다).</summary>
internal sealed class WordPatterns
{
    private readonly FrozenSet<string> _whole;
    private readonly string[] _starts;
    private readonly string[] _ends;
    private readonly string[] _parts;

    /// <param name="words">Lower case.</param>
    public WordPatterns(IReadOnlyCollection<string> words)
    {
        _whole = words.Where(word => !word.Contains('*', StringComparison.Ordinal)).ToFrozenSet();
        _starts = [.. words.Where(word => word[0] != '*' && word[^1] == '*').Select(word => word[..^1])];
        _ends = [.. words.Where(word => word[0] == '*' && word[^1] != '*').Select(word => word[1..])];
        _parts = [.. words.Where(word => word[0] == '*' && word[^1] == '*').Select(word => word[1..^1])];
    }

    public bool Match(string word) => _whole.Contains(word)
        || Array.Exists(_starts, start => word.StartsWith(start, StringComparison.Ordinal))
        || Array.Exists(_ends, end => word.EndsWith(end, StringComparison.Ordinal))
        || Array.Exists(_parts, part => word.Contains(part, StringComparison.Ordinal));
}
