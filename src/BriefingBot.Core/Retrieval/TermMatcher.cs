using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Where a term of the vocabulary stands in a text.</summary>
/// <param name="Term">Its number in the vocabulary.</param>
/// <param name="Word">Which word of the scanned stretch, from 0, stop words counted.</param>
/// <param name="Start">Where it starts in the text.</param>
internal readonly record struct TermHit(int Term, int Word, int Start);

/// <summary>Finds the few terms of a question in much text, passing over all other words unanalysed.</summary>
internal sealed class TermMatcher
{
    // Upper and lower case of a letter have the same five low bits; so have some digits, which costs a needless look.
    private const int LetterBits = 5;
    private const int LetterMask = (1 << LetterBits) - 1;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _vocabulary = [];

    // The third letters, as bits, of the words of terms that start with these two. Stemming leaves all but the last letter of a term alone, and the first two of any.
    private readonly uint[] _thirds = new uint[1 << (2 * LetterBits)];

    public int Count => _vocabulary.Count;

    public IReadOnlyList<string> Vocabulary => _vocabulary;

    /// <summary>The term's number; added if it is new.</summary>
    public int Add(string term)
    {
        if (_numbers.TryGetValue(term, out var number))
            return number;

        number = _vocabulary.Count;
        _numbers.Add(term, number);
        _vocabulary.Add(term);
        MarkStart(term.Replace(".", "", StringComparison.Ordinal));
        foreach (var form in TermAnalyzer.IrregularForms(term))
            MarkStart(form);
        return number;
    }

    /// <summary>Appends the hits within the span, in order.</summary>
    /// <returns>How many words the span has.</returns>
    public int Match(string text, TextSpan within, List<TermHit> hits)
    {
        var scanner = new WordScanner(text.AsSpan(within.Start, within.Length));
        var words = 0;
        for (var kind = scanner.Next(); kind != WordKind.None; kind = scanner.Next(), words++)
        {
            if (kind == WordKind.Ideographs)
                words += MatchPairs(text, within.Start + scanner.Start, within.Start + scanner.End, words, hits);
            else if (MayMatch(scanner.Word) && _numbers.TryGetValue(TermAnalyzer.Term(scanner.Word, kind), out var term))
                hits.Add(new TermHit(term, words, within.Start + scanner.Start));
        }

        return words;
    }

    private void MarkStart(string letters)
    {
        if (letters.Length > 1 && IsPlain(letters[0]) && IsPlain(letters[1]))
            _thirds[Start(letters[0], letters[1])] |= letters.Length > 3 && IsPlain(letters[2]) ? Third(letters[2]) : uint.MaxValue;
    }

    private int MatchPairs(string text, int start, int end, int word, List<TermHit> hits)
    {
        Span<char> buffer = stackalloc char[2];
        var pairs = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var scanner = new PairScanner(text.AsSpan(start, end - start));
        var count = 0;
        for (; scanner.Next(); count++)
        {
            if (pairs.TryGetValue(scanner.Term(buffer), out var term))
                hits.Add(new TermHit(term, word + count, start + scanner.Start));
        }

        return Math.Max(0, count - 1);
    }

    private bool MayMatch(ReadOnlySpan<char> word) =>
        word.Length < 2 || !IsPlain(word[0]) || !IsPlain(word[1])
        || (_thirds[Start(word[0], word[1])] & (word.Length > 2 && IsPlain(word[2]) ? Third(word[2]) : uint.MaxValue)) != 0;

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter);

    private static int Start(char first, char second) => ((first & LetterMask) << LetterBits) | (second & LetterMask);

    private static uint Third(char letter) => 1u << (letter & LetterMask);
}
