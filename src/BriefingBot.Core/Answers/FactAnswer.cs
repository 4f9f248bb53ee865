namespace BriefingBot.Answers;

/// <summary>What the likeliest quote answers, as names or numbers that others may give too.</summary>
internal sealed class FactAnswer
{
    // One word of a name is easily shared by chance.
    private const int MostKeys = 2;

    private readonly AnswerKind _kind;
    private readonly IReadOnlySet<string> _possible;
    private readonly List<string> _keys;

    /// <param name="picks">The likeliest first; at least one.</param>
    public FactAnswer(FactQuestion question, IReadOnlyList<FactPick> picks)
    {
        var kind = question.Kind;
        _kind = kind;
        var best = picks[0].Best.Keys;
        _possible = kind == AnswerKind.Amount && best.Counted.Count > 0 ? best.Counted : best.Of(kind);
        _keys = !question.AsksKey ? [] : [.. _possible.OrderByDescending(key => picks.Where(pick => pick.Best.Keys.Of(kind).Contains(key)).Sum(pick => pick.Odds))
            .Take(kind is AnswerKind.Any or AnswerKind.Person ? MostKeys : 1)];
    }

    /// <summary>Whether another quote gives the same answer.</summary>
    public bool IsGivenBy(FactPick other) => _keys.Count > 0 && _keys.TrueForAll(other.Best.Keys.Of(_kind).Contains);

    /// <summary>Whether it names something else of the kind asked for, and nothing that the likeliest quote names.</summary>
    public bool IsAnother(FactPick other) => other.Best.Keys.Of(_kind) is { Count: > 0 } keys && _possible.Count > 0 && !keys.Overlaps(_possible);

    /// <summary>Whether it gives another one: of amounts, shares and times only one can be right.</summary>
    public bool IsContradictedBy(FactPick other) => AnswerKinds.IsNumber(_kind) && IsAnother(other);
}
