using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Tells what a Ukrainian, Russian or Korean question asks for by the words of Data/question-words.tsv.</summary>
internal static class QuestionTable
{
    // "В каком городе", "До якого числа": a preposition before it, or a name and a comma.
    private const int FarthestOpeningInWords = 2;

    private static readonly FrozenDictionary<string, Row[]> Rows = WordList.Lines("Retrieval.Data.question-words.tsv")
        .Select(line => line.Split('\t')).GroupBy(fields => fields[0])
        .ToFrozenDictionary(group => group.Key, group => group.Select(fields => new Row(Enum.Parse<QuestionKind>(fields[1]), new WordPatterns(fields[2].Split(' ')))).ToArray());

    private sealed record Row(QuestionKind Kind, WordPatterns Words)
    {
        public bool MustOpen => Kind is QuestionKind.Which or QuestionKind.What or QuestionKind.How or QuestionKind.Why;
    }

    /// <param name="asking">The sentence that asks.</param>
    /// <param name="tongue">Not English.</param>
    /// <param name="isQuestion">Whether it ends in a question mark.</param>
    public static QuestionKind Find(string asking, Tongue tongue, bool isQuestion)
    {
        var rows = Rows[Tongues.Code(tongue)];
        var words = asking.ToLowerInvariant().Split([' ', '\n', '\t', '?', '"', '«', '»', '“', '”', '—'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var row in rows)
        {
            var at = Array.FindIndex(words, word => row.Words.Match(word.Trim(',', '.', ':', '(', ')')));
            if (at < 0 || (tongue != Tongue.Korean && row.MustOpen && (at > FarthestOpeningInWords || (at > 0 && words[at - 1].EndsWith(',')))))
                continue;
            if (row.Kind != QuestionKind.Statement || AsksForWords(rows, words, tongue))
                return row.Kind;
        }

        return isQuestion ? QuestionKind.YesNo : QuestionKind.Other;
    }

    private static bool AsksForWords(Row[] rows, string[] words, Tongue tongue) =>
        rows.Any(row => row.Kind is QuestionKind.What or QuestionKind.How or QuestionKind.Which
            && (tongue == Tongue.Korean ? words : words.Take(FarthestOpeningInWords)).Any(row.Words.Match))
        && !(tongue != Tongue.Korean && rows.Any(row => row.Kind == QuestionKind.YesNo && words.Any(row.Words.Match)));
}
