namespace BriefingBot.Evaluation;

/// <summary>Questions with what is right to answer.</summary>
/// <param name="Name">For the report's heading.</param>
/// <param name="Corpus">Full path; null where the suite names none.</param>
/// <param name="Thresholds">What the gate asks of each measure, by its name.</param>
/// <param name="Cases">In their order, each id once.</param>
public sealed record Suite(string Name, string? Corpus, IReadOnlyDictionary<string, double> Thresholds, IReadOnlyList<SuiteCase> Cases);

/// <summary>One question, or a conversation of several.</summary>
/// <param name="Id">Once in the suite.</param>
/// <param name="Tags">For filters; <see cref="KnownFailure"/> says that it is known to fail today.</param>
/// <param name="Repeat">How often it is asked; from 1.</param>
/// <param name="Turns">At least one.</param>
public sealed record SuiteCase(string Id, IReadOnlyList<string> Tags, int Repeat, IReadOnlyList<SuiteTurn> Turns)
{
    /// <summary>The tag of a case whose failure is known: it is asked, counted and shown like the others.</summary>
    public const string KnownFailure = "known-failure";
}

public enum TurnKind
{
    /// <summary>A question.</summary>
    Ask,

    /// <summary>A claim whose status is asked.</summary>
    Check,
}

/// <param name="Text">The question or the claim.</param>
/// <param name="AsOf">Answer as if nothing later were known; null for no limit.</param>
/// <param name="Date">The day it is asked; null if that is not to count.</param>
/// <param name="Expected">What a person says is right.</param>
public sealed record SuiteTurn(TurnKind Kind, string Text, DateOnly? AsOf, DateOnly? Date, Expected Expected)
{
    /// <summary>Why this is right, for whoever reads the suite; null for nothing.</summary>
    public string? Note { get; init; }
}
