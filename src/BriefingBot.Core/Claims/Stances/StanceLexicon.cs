using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>The classes of words in <c>Data/stance-words.tsv</c>, found by their lower-case forms.</summary>
internal static class StanceLexicon
{
    private static readonly string[][] Lines = [.. WordList.Lines("Claims.Data.stance-words.tsv").Select(line => line.Split('\t'))];

    private const int MaxWordLength = 24;

    private static readonly FrozenDictionary<string, Phrase[]> ByFirstWord = Lines
        .SelectMany((line, index) => line[2].Split(", ").Select(phrase => new Phrase(index, phrase.Split(' '))))
        .GroupBy(phrase => phrase.Words[0]).ToFrozenDictionary(group => group.Key, group => group.DistinctBy(Key).ToArray());

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownWords = ByFirstWord.Values
        .SelectMany(phrases => phrases).SelectMany(phrase => phrase.Words).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private sealed record Phrase(int Class, string[] Words);

    /// <summary>How many classes there are.</summary>
    public static int Classes => Lines.Length;

    /// <summary>The stance a class is a cue of, if of one.</summary>
    public static Stance? StanceOf(int index) => Lines[index][1] == "-" ? null : Enum.Parse<Stance>(Lines[index][1], ignoreCase: true);

    public static string Name(int index) => Lines[index][0];

    public static int Class(string name) => Array.FindIndex(Lines, line => line[0] == name);

    /// <summary>A word as the lexicon writes it; "" for one that no phrase holds.</summary>
    public static string Form(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[MaxWordLength];
        var length = 0;
        foreach (var letter in word)
        {
            if (length == MaxWordLength)
                return "";
            if (letter is not ('\'' or '’' or 'ʼ'))
                letters[length++] = char.ToLowerInvariant(letter);
        }

        return KnownWords.TryGetValue(letters[..length], out var known) ? known : "";
    }

    public static string[] Terms(string phrase)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(phrase, new TextSpan(0, phrase.Length), tokens);
        return [.. tokens.Select(token => token.Term)];
    }

    /// <summary>Appends every phrase that begins at a token.</summary>
    public static void Find(ReadOnlySpan<string> words, int at, int offset, List<StanceCue> cues)
    {
        if (!ByFirstWord.TryGetValue(words[at], out var phrases))
            return;

        foreach (var phrase in phrases)
        {
            if (words[at..].StartsWith(phrase.Words))
                cues.Add(new StanceCue(phrase.Class, offset + at, offset + at + phrase.Words.Length));
        }
    }

    private static (int, string) Key(Phrase phrase) => (phrase.Class, string.Join(' ', phrase.Words));
}

/// <param name="Class">Index of the class in the lexicon.</param>
/// <param name="Start">First token.</param>
/// <param name="End">Last token, exclusive.</param>
internal readonly record struct StanceCue(int Class, int Start, int End);
