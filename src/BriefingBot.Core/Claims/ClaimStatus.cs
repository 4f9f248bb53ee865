namespace BriefingBot.Claims;

/// <summary>The verdict over all stances toward a claim; StatusRules says when each holds.</summary>
public enum ClaimStatus
{
    Confirmed,
    Reported,
    Unconfirmed,
    Disputed,
    Denied,
}

/// <summary>One attribution toward one claim.</summary>
public enum Stance
{
    Unrelated,
    Supports,
    Refutes,
    Uncommitted,
}

/// <summary>The lower-case words of the contracts.</summary>
public static class ClaimWords
{
    public static string Of(ClaimStatus status) => status switch
    {
        ClaimStatus.Confirmed => "confirmed",
        ClaimStatus.Reported => "reported",
        ClaimStatus.Unconfirmed => "unconfirmed",
        ClaimStatus.Disputed => "disputed",
        ClaimStatus.Denied => "denied",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(Stance stance) => stance switch
    {
        Stance.Supports => "supports",
        Stance.Refutes => "refutes",
        Stance.Uncommitted => "uncommitted",
        Stance.Unrelated => "unrelated",
        _ => throw new ArgumentOutOfRangeException(nameof(stance)),
    };

    public static string Of(Factuality level) => level switch
    {
        Factuality.Denied => "denied",
        Factuality.Uncommitted => "uncommitted",
        Factuality.Possible => "possible",
        Factuality.Probable => "probable",
        Factuality.Asserted => "asserted",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
