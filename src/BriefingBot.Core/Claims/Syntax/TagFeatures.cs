namespace BriefingBot.Claims;

/// <summary>What tells the part of speech of a word: its form, and the words and tags around it. Part of the weights' format: a change here needs new training.</summary>
internal sealed class TagFeatures
{
    private const int LongestEnding = 4;
    private readonly IReadOnlyList<Word> _words;
    private readonly uint[] _hashes;
    private readonly uint[] _classes;
    private readonly List<uint> _found = [];

    public TagFeatures(IReadOnlyList<Word> words)
    {
        _words = words;
        _hashes = [.. words.Select(word => FeatureHash.Of(word.Lower))];
        _classes = [.. _hashes.Select(hash => (uint)AttributionModel.Shipped.Classes[hash])];
    }

    /// <summary>The hash of each word.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes;

    /// <summary>The class of each word; 0 where it has none.</summary>
    public ReadOnlySpan<uint> Classes => _classes;

    /// <param name="tags">Of the words before.</param>
    public List<uint> Of(int at, ReadOnlySpan<int> tags)
    {
        _found.Clear();
        var lower = _words[at].Lower;
        var (one, two) = (at > 0 ? (uint)tags[at - 1] + 1 : 0, at > 1 ? (uint)tags[at - 2] + 1 : 0);
        var shape = Shape(at);
        Add(1, Hash(at));
        Add(2, Class(at), shape);
        for (var letters = 1; letters <= LongestEnding; letters++)
        {
            Add(3, FeatureHash.Of(lower.AsSpan()[^Math.Min(letters, lower.Length)..]), (uint)letters);
        }

        Add(4, shape, at == 0 ? 1u : 0);
        Add(5, one);
        Add(6, one, two);
        Add(7, one, Hash(at));
        Add(8, Hash(at - 1));
        Add(9, Hash(at + 1));
        Add(10, Hash(at - 1), Hash(at));
        Add(11, Hash(at), Hash(at + 1));
        Add(12, Class(at - 1), Class(at));
        Add(13, Class(at), Class(at + 1));
        Add(14, one, Ending(at + 1));
        Add(15, Hash(at - 2));
        Add(16, Hash(at + 2));
        Add(17, one, Ending(at));
        Add(18, one, Class(at), Class(at + 1));
        Add(19, Ending(at), Shape(at + 1));
        Add(20, Hash(0) == 0 ? 0 : Hash(0), Ending(at));
        return _found;
    }

    private void Add(uint template, uint a, uint b = 0, uint c = 0) => _found.Add(FeatureHash.Mix(template, a, b, c));

    private uint Hash(int at) => at < 0 || at >= _hashes.Length ? 0 : _hashes[at];

    private uint Class(int at) => at < 0 || at >= _classes.Length ? 0 : _classes[at];

    private uint Ending(int at) => at < 0 || at >= _words.Count ? 0 : FeatureHash.Of(_words[at].Lower.AsSpan()[^Math.Min(3, _words[at].Lower.Length)..]);

    private uint Shape(int at)
    {
        if (at < 0 || at >= _words.Count)
        {
            return 0;
        }

        var lower = _words[at].Lower;
        return 1 + (_words[at].IsCapitalised ? 1u : 0) + (char.IsAsciiDigit(lower[0]) ? 2u : 0) + (lower.Contains('-', StringComparison.Ordinal) ? 4u : 0)
            + (lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("’s", StringComparison.Ordinal) ? 8u : 0) + (_words[at].IsMark ? 16u : 0);
    }
}
