using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>A question that one value answers, of someone or something it names.</summary>
internal sealed class ValueQuestion
{
    // "What political party": the noun is not always the first word.
    private const int FarthestNounInWords = 4;

    private static readonly (FrozenSet<string> Asked, FrozenSet<string> Near)[] CueRows =
        [.. WordList.Lines("Answers.Data.value-cues.tsv").Select(line => line.Split('\t')).Select(fields => (Set(fields[0]), Set(fields[1])))];

    private static readonly FrozenSet<string> Auxiliaries = FrozenSet.Create("is", "was", "are", "were", "'s", "’s");

    private readonly FactQuestion _question;

    private ValueQuestion(FactQuestion question, ValueKind kind, ValueList? list, List<Word> words)
    {
        _question = question;
        Kind = kind;
        List = list;
        IsPerson = question.Kind == AnswerKind.Person;
        var text = question.Claim.Question.Text;
        for (var i = 0; i < question.Claim.Terms.Count; i++)
        {
            Terms |= 1UL << i;
            Entity |= IsOfName(text, question.Claim.Terms[i].Term.Span) ? 1UL << i : 0;
        }

        Cues = CueRows.Where(row => words.Exists(word => row.Asked.Contains(word.Lower))).SelectMany(row => row.Near).ToFrozenSet();
        AsksBirth = Cues.Contains("born");
        AsksDeath = Cues.Contains("died");
    }

    public ValueKind Kind { get; }

    /// <summary>What may answer where one of a list is asked for, else null.</summary>
    public ValueList? List { get; }

    public bool IsPerson { get; }

    /// <summary>The terms that make up who or what is asked about, as bits in the order of the claim's terms.</summary>
    public ulong Entity { get; }

    /// <summary>All terms of the claim.</summary>
    public ulong Terms { get; }

    /// <summary>Lower-case words that stand near what is asked for.</summary>
    public FrozenSet<string> Cues { get; }

    public bool AsksBirth { get; }

    public bool AsksDeath { get; }

    /// <summary>Whether the question has the word itself.</summary>
    public bool Has(string lower) => _question.Has(lower);

    /// <returns>Null where more than one value may be right, or a sentence answers.</returns>
    public static ValueQuestion? Of(FactQuestion question)
    {
        var text = question.Claim.Question.Text;
        if (question.Claim.Asked is not null || question.Claim.Question.Kind is QuestionKind.Why or QuestionKind.How or QuestionKind.YesNo or QuestionKind.Statement or QuestionKind.Other)
        {
            return null;
        }

        var words = Words.Of(text, new TextSpan(0, text.Length));
        if (question.Claim.Question.Kind == QuestionKind.Who && words.Exists(word => Sayings.IsSaying(word.Lower)))
        {
            return null; // many may say the same
        }

        var list = question.Claim.Question.Kind is QuestionKind.What or QuestionKind.Which ? Noun(words) : null;
        ValueKind? kind = list is not null ? ValueKind.Listed : question.Kind switch
        {
            AnswerKind.Time => ValueKind.Date,
            AnswerKind.Amount or AnswerKind.Money or AnswerKind.Share => ValueKind.Number,
            AnswerKind.Person or AnswerKind.Title => ValueKind.Name,
            AnswerKind.Place => ValueKind.Place,
            _ => AsksAttribute(words) ? ValueKind.Phrase : null,
        };
        return kind is null ? null : new ValueQuestion(question, kind.Value, list, words);
    }

    private static ValueList? Noun(List<Word> words)
    {
        var asked = words.FindIndex(word => word.Lower is "what" or "which");
        for (var i = Math.Max(0, asked); i < words.Count && i <= asked + FarthestNounInWords && asked >= 0; i++)
        {
            if (ValueList.For(words[i].Lower) is { } list)
            {
                return list;
            }
        }

        return words.Count > 0 && asked >= 0 && words.FindLast(word => !word.IsMark) is { Lower: { } last } ? ValueList.For(last) : null;
    }

    // "What is the mascot of...", "What war did...": not "What happened".
    private static bool AsksAttribute(List<Word> words)
    {
        var asked = words.FindIndex(word => word.Lower is "what" or "which");
        return asked >= 0 && asked + 2 < words.Count && (Auxiliaries.Contains(words[asked + 1].Lower)
            ? words[asked + 2].Lower == "the" && words.Exists(word => word.Lower == "of")
            : words.Skip(asked + 2).Any(word => Auxiliaries.Contains(word.Lower) || word.Lower is "did" or "does"));
    }

    private static bool IsOfName(string text, TextSpan term) =>
        char.IsDigit(text[term.Start]) || (char.IsUpper(text[term.Start]) && term.Start > 0) || IsInQuotes(text, term.Start);

    private static bool IsInQuotes(string text, int at) =>
        text.AsSpan(0, at).Count('"') % 2 == 1 || text.AsSpan(0, at).LastIndexOf('“') > text.AsSpan(0, at).LastIndexOf('”');

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
