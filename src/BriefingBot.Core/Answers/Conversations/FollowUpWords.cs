using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>What a word does in a follow-up; the lexicon explains each.</summary>
internal enum FollowUpWord
{
    /// <summary>A word of content, or of a name.</summary>
    Content,
    Join,
    He,
    She,
    They,
    It,
    There,
    Pointer,
    Speech,
    Sure,
    Frame,

    /// <summary>A stop word.</summary>
    Small,
}

internal readonly record struct SpokenWord(TextSpan Span, string Lower, FollowUpWord Kind);

/// <summary>Splits a question into words and tells what each does.</summary>
internal static partial class FollowUpWords
{
    // A follow-up is short; a longer text stands for itself.
    private const int MostWords = 40;

    private static readonly FrozenDictionary<string, FollowUpWord> Kinds = WordList.Lines("Answers.Data.follow-ups.tsv")
        .Select(line => line.Split('\t')).DistinctBy(fields => fields[0])
        .ToFrozenDictionary(fields => fields[0], fields => Enum.Parse<FollowUpWord>(fields[1], ignoreCase: true));

    public static List<SpokenWord> Of(string text) =>
        [.. Word().EnumerateMatches(text).ToSpans(MostWords).Select(span => Read(text, span))];

    private static SpokenWord Read(string text, TextSpan span)
    {
        var lower = text[span.Start..span.End].ToLowerInvariant();
        var kind = Kinds.TryGetValue(lower, out var known) ? known : IsStopWord(text, span) ? FollowUpWord.Small : FollowUpWord.Content;
        return new SpokenWord(span, lower, kind);
    }

    private static bool IsStopWord(string text, TextSpan span)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, span, tokens);
        return tokens.TrueForAll(token => token.IsStopWord);
    }

    private static List<TextSpan> ToSpans(this Regex.ValueMatchEnumerator matches, int most)
    {
        List<TextSpan> spans = [];
        while (spans.Count < most && matches.MoveNext())
            spans.Add(new TextSpan(matches.Current.Index, matches.Current.Index + matches.Current.Length));
        return spans;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
