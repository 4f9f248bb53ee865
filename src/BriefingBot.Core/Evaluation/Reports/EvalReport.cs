namespace BriefingBot.Evaluation;

/// <summary>What a run of a suite gave: every answer, and the figures computed from them.</summary>
/// <param name="Suite">The suite's name.</param>
/// <param name="Configuration">What answered, by name: model, index.</param>
/// <param name="Searched">How many articles the corpus held.</param>
/// <param name="Planned">How many cases the suite has; more than there are results where the run was ended.</param>
/// <param name="Measures">Of the cases that were run.</param>
/// <param name="Cases">In the suite's order.</param>
public sealed record EvalReport(
    string Suite,
    IReadOnlyDictionary<string, string> Configuration,
    int Searched,
    int Planned,
    IReadOnlyList<MeasureResult> Measures,
    IReadOnlyList<CaseResult> Cases)
{
    /// <summary>Whether every case was run.</summary>
    public bool IsComplete => Cases.Count == Planned;

    /// <summary>Whether every case was run and every threshold is met.</summary>
    public bool IsPassed => IsComplete && Measures.All(measure => measure.IsMet);
}

/// <summary>One figure.</summary>
/// <param name="Value">Null where no case asks for it.</param>
/// <param name="Low">Lower end of its 95% confidence interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Spread">Highest less lowest value over the runs of repeated cases; null where none is repeated.</param>
/// <param name="Of">How many answers, quotes or sentences it is computed from.</param>
/// <param name="Threshold">Null where none is asked.</param>
/// <param name="HigherIsBetter">Which side of the threshold is the good one.</param>
public sealed record MeasureResult(string Name, double? Value, double? Low, double? High, double? Spread, double Of, double? Threshold, bool HigherIsBetter)
{
    // Figures are sums of thirds and tenths: equal is equal to this.
    private const double Rounding = 1e-9;

    /// <summary>Whether no threshold is missed. One that nothing was measured for is missed: a gate must not pass for want of cases.</summary>
    public bool IsMet => Threshold is not { } threshold
        || (Value is { } value && (HigherIsBetter ? value >= threshold - Rounding : value <= threshold + Rounding));
}

/// <summary>One case, as answered.</summary>
public sealed record CaseResult(string Id, IReadOnlyList<string> Tags, IReadOnlyList<TurnResult> Turns)
{
    /// <summary>Whether every answer of every run is as expected.</summary>
    public bool IsPassed => Turns.All(turn => turn.Runs.All(run => run.IsPassed));

    public bool IsKnownFailure => Tags.Contains(SuiteCase.KnownFailure, StringComparer.Ordinal);
}

/// <param name="Runs">The answers to it, one a repetition.</param>
public sealed record TurnResult(SuiteTurn Turn, IReadOnlyList<Given> Runs);

/// <summary>One answer, with what was found out about it.</summary>
public sealed record Given
{
    /// <summary>What was understood from the turns before; null where the turn stands alone.</summary>
    public string? Question { get; init; }

    /// <summary>Null where an error ended it.</summary>
    public required AnswerStatus? Status { get; init; }

    public required string StatusReason { get; init; }

    /// <summary>With [1] markers.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<GivenCitation> Citations { get; init; } = [];

    /// <summary>Ids of the articles found, best first, each once; only where the case names sources.</summary>
    public IReadOnlyList<string> Ranked { get; init; } = [];

    /// <summary>The sentences of the text; none where the corpus does not answer.</summary>
    public IReadOnlyList<GivenSentence> Sentences { get; init; } = [];

    /// <summary>What is not as expected, in words; empty for an answer that passes.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>What ended it; null for an answer.</summary>
    public string? Error { get; init; }

    /// <summary>Null where answers were replayed.</summary>
    public double? ElapsedMs { get; init; }

    /// <summary>What a model read; null where none was asked.</summary>
    public long? InputTokens { get; init; }

    /// <summary>What a model wrote; null where none was asked.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>By the prices in the model's options; null where none was asked.</summary>
    public double? Cost { get; init; }

    /// <summary>Null where no model was asked to judge.</summary>
    public Judgement? Judgement { get; init; }

    public bool IsPassed => Error is null && Failures.Count == 0;
}

/// <param name="N">The marker in the text.</param>
/// <param name="Start">Of the span in the article's text.</param>
/// <param name="End">Of the span, exclusive.</param>
/// <param name="IsExact">Whether the corpus, read anew, has these words at this span of this article.</param>
public sealed record GivenCitation(
    int N, string Quote, string ArticleId, string Title, string? Outlet, string? Published, int Start, int End, string? Speaker, string Stance, string? Cue, bool IsExact);

/// <param name="IsSupported">Whether the quotes it is marked with hold its words.</param>
/// <param name="IsOverFirm">Whether it is firmer than the quotes it is marked with.</param>
public sealed record GivenSentence(string Text, bool IsSupported, bool IsOverFirm);
