using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>The words by which claims are read in one language.</summary>
internal sealed class Wording
{
    private static readonly FrozenDictionary<Tongue, Wording> All = new[] { Tongue.Ukrainian, Tongue.Russian, Tongue.Korean }
        .ToFrozenDictionary(tongue => tongue, tongue => new Wording(tongue));

    private readonly FrozenDictionary<string, WordPatterns> _lists;
    private readonly List<(string Level, WordPatterns Words)> _sayings;

    private Wording(Tongue tongue)
    {
        Tongue = tongue;
        var code = Tongues.Code(tongue);
        _lists = WordList.Lines("Claims.Data.tongue-words.tsv").Select(line => line.Split('\t')).Where(fields => fields[0] == code)
            .ToFrozenDictionary(fields => fields[1], fields => new WordPatterns(fields[2].Split(' ')));
        _sayings = [.. WordList.Lines($"Claims.Data.saying-{code}.tsv").Select(line => line.Split('\t')).Select(fields => (fields[0], new WordPatterns(fields[1].Split(' '))))];
    }

    public Tongue Tongue { get; }

    /// <summary>Null for English, which has its own readers, and for languages whose claims are not read.</summary>
    public static Wording? Of(Tongue tongue) => All.GetValueOrDefault(tongue);

    /// <summary>Of the language the words are in; null as for <see cref="Of"/>.</summary>
    public static Wording? OfWords(IReadOnlyList<Word> words) =>
        words.Any(word => word.Lower.AsSpan().ContainsAnyInRange('\u0400', '\uD7A3') && char.IsLetter(word.Lower[0])) ? Of(Tongues.OfQuestion(string.Join(' ', words.Select(word => word.Lower)))) : null;

    /// <param name="list">As in Data/tongue-words.tsv.</param>
    /// <param name="lower">A word in lower case.</param>
    public bool Is(string list, string lower) => _lists.TryGetValue(list, out var words) && words.Match(lower);

    public bool IsSaying(string lower) => _sayings.Exists(saying => saying.Words.Match(lower));

    /// <summary>What the word commits the one who is quoted with it to; null if it quotes nobody.</summary>
    public Factuality? LevelOfSaying(string lower) => _sayings.Find(saying => saying.Words.Match(lower)).Level switch
    {
        null => null,
        "confirmed" => Factuality.Asserted,
        var level => Enum.Parse<Factuality>(level, ignoreCase: true),
    };

    /// <summary>Whether the words name a body and no person of it.</summary>
    public bool IsBody(IReadOnlyList<Word> words) => Tongue == Tongue.Korean ? KoreanNames.IsBody(words[^1].Lower)
        : words.Any(word => Is("bodies", word.Lower)) && !words.Any(word => Is("roles", word.Lower));

    /// <summary>Whether the word passes a verdict on what others say: confirm, deny.</summary>
    public bool IsVerdict(string lower) => _sayings.Exists(saying => saying.Level is "confirmed" or "denied" && saying.Words.Match(lower));
}
