using BriefingBot.Articles;

namespace BriefingBot.Answers;

/// <summary>One value that a text gives for what is asked: a date, a number, a name.</summary>
/// <param name="Span">Where it stands in the article.</param>
internal abstract record Value(TextSpan Span)
{
    /// <summary>Whether both may be right: one rounds, shortens or completes the other.</summary>
    public abstract bool Agrees(Value other);
}

/// <summary>A year, with its month and day where they are written.</summary>
/// <param name="Year">Negative before Christ; null for a day without its year.</param>
internal sealed record DateValue(TextSpan Span, int? Year, int? Month, int? Day) : Value(Span)
{
    /// <summary>Whether it is a decade: 1960 of "the 1960s".</summary>
    public bool IsDecade { get; init; }

    public override bool Agrees(Value other) => other is DateValue date && SameYear(date) && Same(Month, date.Month) && Same(Day, date.Day)
        && ((Year is not null && date.Year is not null) || (Month is not null && date.Month is not null));

    private bool SameYear(DateValue other) => IsDecade || other.IsDecade ? Year / 10 == other.Year / 10 : Same(Year, other.Year);

    private static bool Same(int? one, int? other) => one is null || other is null || one == other;
}

/// <param name="Amount">With its "million" multiplied in.</param>
/// <param name="Grain">What it is rounded to: 100 for 3,500, 1 for 3,506.</param>
internal sealed record NumberValue(TextSpan Span, double Amount, double Grain) : Value(Span)
{
    public override bool Agrees(Value other) => other is NumberValue number
        && (Amount == number.Amount || IsRounded(number, this) || IsRounded(this, number));

    // "About 3,500" is 3,506 rounded, as is 3,510.
    private static bool IsRounded(NumberValue coarse, NumberValue fine) =>
        coarse.Grain > fine.Grain && Math.Abs(coarse.Amount - fine.Amount) < coarse.Grain && Math.Abs(coarse.Amount - fine.Amount) <= MostRounding * coarse.Amount;

    private const double MostRounding = 0.05;
}

/// <summary>How much of two runs of words must be the same to mean the same.</summary>
internal enum WordsMatch
{
    /// <summary>All words of one stand in the other: Havana is Havana, Cuba.</summary>
    Whole,

    /// <summary>As well as that, the last words are the same: John Smith is J. Smith.</summary>
    LastWord,

    /// <summary>Any word is the same: a comedy is a black comedy film.</summary>
    AnyWord,
}

/// <summary>A name, or other words that answer.</summary>
/// <param name="Words">In their order, as the analyzer writes them, without articles and what the question says itself; at least one.</param>
internal sealed record WordsValue(TextSpan Span, IReadOnlyList<string> Words, WordsMatch Match) : Value(Span)
{
    public override bool Agrees(Value other) => other is WordsValue value
        && (Words.All(value.Words.Contains) || value.Words.All(Words.Contains)
            || (Match == WordsMatch.LastWord && Words[^1] == value.Words[^1]) || (Match == WordsMatch.AnyWord && Words.Any(value.Words.Contains)));
}
