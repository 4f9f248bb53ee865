using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>What the words of an answer look like.</summary>
internal enum AnswerKind
{
    /// <summary>A name of any kind, or no name at all.</summary>
    Any,
    Person,
    Place,
    Title,
    Amount,
    Money,
    Share,
    Time,
}

/// <summary>Tells from a question's words what its answer looks like.</summary>
internal static class AnswerKinds
{
    // "which embattled US celebrity": the noun is not always the first word.
    private const int FarthestNounInWords = 5;

    private static readonly FrozenDictionary<string, AnswerKind> ByNoun = WordList.Lines("Answers.Data.answer-kinds.tsv").Select(line => line.Split('\t'))
        .SelectMany(fields => fields[1].Split(' ').Select(noun => (noun, kind: Enum.Parse<AnswerKind>(fields[0]))))
        .ToFrozenDictionary(pair => pair.noun, pair => pair.kind);

    /// <param name="words">Of the question's asking sentence.</param>
    public static AnswerKind Of(QuestionKind kind, IReadOnlyList<Word> words) => kind switch
    {
        QuestionKind.Who => AnswerKind.Person,
        QuestionKind.When => AnswerKind.Time,
        QuestionKind.Where => AnswerKind.Place,
        QuestionKind.HowMany => ByWords(words, AnswerKind.Amount),
        QuestionKind.Which or QuestionKind.What => ByWords(words, AnswerKind.Any),
        _ => AnswerKind.Any,
    };

    /// <summary>Whether only one value can be right.</summary>
    public static bool IsNumber(AnswerKind kind) => kind is AnswerKind.Amount or AnswerKind.Money or AnswerKind.Share or AnswerKind.Time;

    private static AnswerKind ByWords(IReadOnlyList<Word> words, AnswerKind otherwise)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Lower == "how" && words[i + 1].Lower == "much")
            {
                return AnswerKind.Money;
            }

            if (words[i].Lower is not ("which" or "what" or "how"))
            {
                continue;
            }

            for (var next = i + 1; next < words.Count && next <= i + FarthestNounInWords && !words[next].IsMark; next++)
            {
                if (ByNoun.TryGetValue(words[next].Lower, out var kind))
                {
                    return kind;
                }
            }
        }

        return otherwise;
    }
}
