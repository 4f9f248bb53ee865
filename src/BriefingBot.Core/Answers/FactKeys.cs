using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>The names, numbers and times of one sentence that the question does not have: what may answer it.</summary>
internal sealed class FactKeys
{
    // "dozen" is twelve, "both" may be anything.
    private const double LeastSureNumber = 0.9;

    private static readonly FrozenSet<string> TimeWords = AnswerWords.Of("times");
    private static readonly FrozenSet<string> MoneyWords = AnswerWords.Of("money");
    private static readonly FrozenSet<string> PlacePrepositions = AnswerWords.Of("place-prepositions");

    private const int CountedReachInWords = 2;
    private const int ShortestContentWord = 4;

    private readonly HashSet<string> _counted = new(StringComparer.Ordinal);
    private readonly FactQuestion _question;
    private readonly HashSet<string>[] _byKind = [.. Enum.GetValues<AnswerKind>().Select(_ => new HashSet<string>(StringComparer.Ordinal))];

    public FactKeys(FactQuestion question, string text, TextSpan sentence)
    {
        _question = question;
        var words = Words.Of(text, sentence);
        WordCount = words.Count;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsMark)
            {
                AddTitle(words, i);
            }
            else if (!question.Has(words[i].Lower))
            {
                Add(words, i);
            }
        }
    }

    public int WordCount { get; }

    /// <summary>The numbers that count something the question speaks of: seven of "seven people died", 14 of "will close 14".</summary>
    public IReadOnlySet<string> Counted => _counted;

    /// <summary>Lower case, each once: capitalised words.</summary>
    public IReadOnlySet<string> Names => _byKind[(int)AnswerKind.Any];

    /// <summary>How many times it tells where a time is asked for, else how many numbers of any other kind.</summary>
    public int Numbers => _question.Kind == AnswerKind.Time ? Of(AnswerKind.Time).Count
        : Of(AnswerKind.Amount).Count + Of(AnswerKind.Money).Count + Of(AnswerKind.Share).Count;

    /// <summary>Those that can be an answer of the kind, lower case, numbers in digits.</summary>
    public IReadOnlySet<string> Of(AnswerKind kind) => _byKind[(int)kind];

    private void Add(List<Word> words, int i)
    {
        var word = words[i];
        if (KoreanNumber.Of(word.Lower) is { } korean)
        {
            _byKind[(int)korean.Kind].Add(korean.Value);
        }
        else if (!IsPartOfName(words, i) && NumberOf(word.Lower) is { } number)
        {
            _byKind[(int)KindOf(words, i)].Add(number);
            if (words.Skip(i + 1).Take(CountedReachInWords).Append(words[Math.Max(0, i - 1)]).Any(near => near.Lower.Length >= ShortestContentWord && _question.Has(near.Lower)))
            {
                _counted.Add(number);
            }
        }
        else if (TimeWords.Contains(word.Lower))
        {
            _byKind[(int)AnswerKind.Time].Add(word.Lower);
        }
        else if (word.IsCapitalised && (i > 0 || (words.Count > 1 && words[1].IsCapitalised)))
        {
            AddName(words, i);
        }
    }

    // "Lock Three" is a name, not a number.
    private static bool IsPartOfName(List<Word> words, int i) => i > 0 && words[i].IsCapitalised && words[i - 1].IsCapitalised;

    private void AddName(List<Word> words, int i)
    {
        var name = FactQuestion.Plain(words[i].Lower);
        _byKind[(int)AnswerKind.Any].Add(name);
        if (i == 0)
        {
            return;
        }

        var before = words[i - 1];
        if (before.IsCapitalised && before.Span.End + 1 == words[i].Span.Start && !_question.Has(before.Lower))
        {
            _byKind[(int)AnswerKind.Person].Add(name);
        }
        else if (PlacePrepositions.Contains(before.Lower))
        {
            _byKind[(int)AnswerKind.Place].Add(name);
        }
    }

    private void AddTitle(List<Word> words, int i)
    {
        if (words[i].Lower[0] is '“' or '"' or '‘' && i + 1 < words.Count && words[i + 1].IsCapitalised && !_question.Has(words[i + 1].Lower))
        {
            _byKind[(int)AnswerKind.Title].Add(words[i + 1].Lower);
        }
    }

    private static string? NumberOf(string lower)
    {
        if (char.IsDigit(lower[0]))
        {
            return lower.Replace(",", "", StringComparison.Ordinal);
        }

        foreach (var reading in Aliases.Read([Sayings.Stem(lower)]))
        {
            if (reading.Kind == "number" && reading.Weight >= LeastSureNumber)
            {
                return reading.Canonical;
            }
        }

        return null;
    }

    private static AnswerKind KindOf(List<Word> words, int i)
    {
        var next = i + 1 < words.Count ? words[i + 1].Lower : "";
        var afterNext = i + 2 < words.Count ? words[i + 2].Lower : "";
        return (i > 0 && words[i - 1].Lower[0] is '$' or '£' or '€') || MoneyWords.Contains(next) || (Aliases.Read([next]) is [{ Kind: "number" }, ..] && MoneyWords.Contains(afterNext)) ? AnswerKind.Money
            : next is "percent" or "%" || (next == "per" && afterNext == "cent") ? AnswerKind.Share
            : IsYear(words[i].Lower) || TimeWords.Contains(next) || (i > 0 && TimeWords.Contains(words[i - 1].Lower)) ? AnswerKind.Time
            : AnswerKind.Amount;
    }

    private static bool IsYear(string lower) => lower.Length == 4 && lower[0] is '1' or '2' && lower.All(char.IsAsciiDigit);
}
