using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Channels.Bots;

/// <summary>What is said to the bot and asks nothing of the articles: a greeting, thanks, what it can do. Searched for, it would be found somewhere.</summary>
internal static partial class SmallTalk
{
    private const string Tail = "tail";
    private const string Correction = "correction";

    // More is no small talk, nor the name of something else.
    private const int MostWords = 12;
    private const int MostCorrectedWords = 6;

    // Of several, the first counts.
    private static readonly string[] Order = ["about", "thanks", "hello", "noted"];

    private static readonly FrozenDictionary<string, (string Kind, string? Join)> Phrases = Read();

    private static readonly int LongestPhrase = Phrases.Keys.Max(phrase => phrase.Count(c => c == ' ') + 1);

    /// <returns>Null where something is asked.</returns>
    public static ChatTurn? Read(string typed)
    {
        var words = Word().Matches(typed).Take(MostWords + 1).ToList();
        if (words.Count == 0)
            return typed.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol) ? new ChatTurn.Noted() : null;
        if (PhraseAt(words, 0) is ({ Kind: Correction } said, var length))
            return words.Count - length is > 0 and <= MostCorrectedWords ? new ChatTurn.Asked($"{said.Join} {typed[words[length].Index..].TrimEnd('.', '!', '?', ' ')}?", null) : null;
        return words.Count > MostWords ? null : TurnOf(KindsOf(words), typed.Contains('?', StringComparison.Ordinal));
    }

    /// <summary>Whether it may stand beside a command, as "please" does.</summary>
    public static bool IsTail(string text)
    {
        var words = Word().Matches(text).Take(MostWords).ToList();
        return KindsOf(words) is { } kinds && kinds.All(kind => kind == Tail);
    }

    // "Right?" and "sure?" ask something.
    private static ChatTurn? TurnOf(IReadOnlyList<string>? kinds, bool isQuestion) => Order.FirstOrDefault(kind => kinds?.Contains(kind) == true) switch
    {
        "about" => new ChatTurn.Introduced(),
        "hello" => new ChatTurn.Greeted(),
        "thanks" when !isQuestion => new ChatTurn.Thanked(),
        "noted" when !isQuestion => new ChatTurn.Noted(),
        _ => null,
    };

    /// <returns>The kinds of the phrases that are all of it; null where anything else is in it.</returns>
    private static List<string>? KindsOf(List<Match> words)
    {
        List<string> kinds = [];
        for (var at = 0; at < words.Count;)
        {
            if (PhraseAt(words, at) is not ({ Kind: not Correction } phrase, var length))
                return null;
            kinds.Add(phrase.Kind);
            at += length;
        }

        return kinds;
    }

    private static ((string Kind, string? Join), int Length)? PhraseAt(List<Match> words, int at)
    {
        for (var length = Math.Min(LongestPhrase, words.Count - at); length > 0; length--)
        {
            if (Phrases.TryGetValue(string.Join(' ', words.Skip(at).Take(length).Select(word => word.Value.ToLowerInvariant())), out var phrase))
                return (phrase, length);
        }

        return null;
    }

    private static FrozenDictionary<string, (string, string?)> Read()
    {
        using var stream = typeof(SmallTalk).Assembly.GetManifestResourceStream("BriefingBot.Channels.Bots.Data.small-talk.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t'))
            .ToFrozenDictionary(fields => fields[1], fields => (fields[0], fields.ElementAtOrDefault(2)), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}-[\uFE00-\uFE0F\u20E3]]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
