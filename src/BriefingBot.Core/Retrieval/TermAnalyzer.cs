using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>One word of a text and the term it is indexed as.</summary>
/// <param name="Span">Where the word stands.</param>
/// <param name="Term">Folded and stemmed.</param>
/// <param name="IsStopWord">Too common to search for; not indexed.</param>
public readonly record struct Token(TextSpan Span, string Term, bool IsStopWord);

/// <summary>Turns text into the terms that are indexed and asked for. Thread-safe.</summary>
/// <remarks>
/// Case, diacritics, possessives, English, Ukrainian and Russian endings are folded; 10,000 is 10000; Han and kana give overlapping pairs,
/// and so do Korean words without their particles.
/// "US" and "U.S." are one term, which "us" is not.
/// </remarks>
public static class TermAnalyzer
{
    // Words beyond it are analysed anew each time; by Zipf's law those are the rare ones.
    private const int MaxCachedWords = 1 << 17;
    private const int MaxCachedWordLength = 32;

    private static readonly FrozenSet<string> StopWords = WordList.Lines("Retrieval.Data.stopwords.txt").Concat(WordList.Lines("Retrieval.Data.cyrillic-stopwords.txt"))
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet();

    private static readonly FrozenDictionary<string, string> BaseForms = WordList.Lines("Retrieval.Data.irregular-forms.txt")
        .Select(line => line.Split(' ')).SelectMany(words => words.Skip(1).Select(form => (form, words[0])))
        .ToFrozenDictionary(pair => pair.form, pair => pair.Item2);

    private static readonly FrozenDictionary<char, string> Folding = ReadFolding();

    private const char FirstCombiningMark = '\u0300';
    private const char LastCombiningMark = '\u036F';
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';

    private static readonly ConcurrentDictionary<string, Entry> Cache = new();
    private static readonly ConcurrentDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> CacheBySpan =
        Cache.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int _cachedWords;

    private static readonly ILookup<string, string> FormsByTerm = BaseForms.ToLookup(pair => Look(pair.Value, WordKind.Word).Term, pair => pair.Key);

    private readonly record struct Entry(string Term, bool IsStopWord);

    /// <summary>Appends the tokens of a span of the text, in order.</summary>
    public static void Analyze(string text, TextSpan within, List<Token> tokens)
    {
        var scanner = new WordScanner(text.AsSpan(within.Start, within.Length));
        for (var kind = scanner.Next(); kind != WordKind.None; kind = scanner.Next())
        {
            var start = within.Start + scanner.Start;
            if (kind == WordKind.Ideographs)
            {
                AddPairs(text, start, within.Start + scanner.End, tokens);
                continue;
            }

            var entry = Look(scanner.Word, kind);
            tokens.Add(new Token(new TextSpan(start, within.Start + scanner.End), entry.Term, entry.IsStopWord));
        }
    }

    /// <summary>The term of one word that a scanner found.</summary>
    internal static string Term(ReadOnlySpan<char> word, WordKind kind) => Look(word, kind).Term;

    /// <summary>The words read as this term though they do not start like it: "bought" for "buy".</summary>
    internal static IEnumerable<string> IrregularForms(string term) => FormsByTerm[term];

    private static void AddPairs(string text, int start, int end, List<Token> tokens)
    {
        Span<char> buffer = stackalloc char[2];
        var scanner = new PairScanner(text.AsSpan(start, end - start));
        while (scanner.Next())
        {
            var pair = new TextSpan(start + scanner.Start, start + scanner.Start + scanner.Length);
            tokens.Add(new Token(pair, scanner.Term(buffer).ToString(), scanner.IsStopWord));
        }
    }

    private static Entry Look(ReadOnlySpan<char> word, WordKind kind)
    {
        if (CacheBySpan.TryGetValue(word, out var entry))
            return entry;

        entry = kind == WordKind.Number ? new Entry(word.ToString().Replace(",", ""), IsStopWord: false) : Analyze(word);
        if (word.Length <= MaxCachedWordLength && Volatile.Read(ref _cachedWords) < MaxCachedWords && CacheBySpan.TryAdd(word, entry))
            Interlocked.Increment(ref _cachedWords);
        return entry;
    }

    private static Entry Analyze(ReadOnlySpan<char> word)
    {
        if (word is "US" or "U.S")
            return new Entry("u.s.", IsStopWord: false);
        if (word is "WHO" or "W.H.O")
            return new Entry("w.h.o.", IsStopWord: false);

        var folded = Fold(WithoutPossessive(word));
        if (StopWords.Contains(folded) || folded.Length == 0)
            return new Entry(folded, IsStopWord: true);
        if (!Ascii.IsValid(folded))
            return new Entry(CyrillicStemmer.IsCyrillic(folded) ? CyrillicStemmer.Stem(folded) : folded, IsStopWord: false);

        folded = BaseForms.GetValueOrDefault(folded, folded);
        Span<char> letters = folded.Length < 64 ? stackalloc char[64] : new char[folded.Length + 1];
        folded.CopyTo(letters);
        var length = PorterStemmer.Stem(letters, folded.Length);
        return new Entry(letters[..length].ToString(), IsStopWord: false);
    }

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’' or 'ʼ' ? word[..^2] : word;

    /// <summary>Lower case, without diacritics, apostrophes and the points of abbreviations.</summary>
    private static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is '\'' or '’' or 'ʼ' or '.' || c is >= FirstCombiningMark and <= LastCombiningMark)
            {
                if (folded.Length > 0 && Composed(folded[^1], c) is { } letter)
                    folded[^1] = letter;
                continue;
            }

            var lower = char.ToLowerInvariant(c is >= FirstFullWidth and <= LastFullWidth ? (char)(c - FirstFullWidth + '!') : c);
            if (lower >= 128 && Folding.TryGetValue(lower, out var letters))
                folded.Append(letters);
            else
                folded.Append(lower);
        }

        return folded.ToString();
    }

    // Letters of their own, not marked ones: й is not и, ї not і.
    private static char? Composed(char letter, char mark) => (letter, mark) switch
    {
        ('и', '\u0306') => 'й',
        ('і', '\u0308') => 'ї',
        _ => null,
    };

    // A table, because invariant globalization leaves string.Normalize without data.
    private static FrozenDictionary<char, string> ReadFolding() =>
        WordList.Lines("Retrieval.Data.folding.txt").Select(line => line.Split(' '))
            .SelectMany(fields => fields[1].Select(letter => (letter, fields[0])))
            .ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);
}
