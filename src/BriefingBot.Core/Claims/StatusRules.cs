namespace BriefingBot.Claims;

/// <summary>One origin's word on a claim.</summary>
/// <param name="Origin">As <see cref="Origins"/> tells.</param>
/// <param name="Name">As a reader knows it.</param>
/// <param name="Stance">Not unrelated.</param>
/// <param name="Commitment">How firmly.</param>
/// <param name="HasAuthority">Whether it is a named party speaking for itself.</param>
/// <param name="Date">When; null if not written.</param>
internal sealed record OriginStance(string Origin, string Name, Stance Stance, Commitment Commitment, bool HasAuthority, DateOnly? Date)
{
    /// <summary>Whether its language is one whose denials and doubts are read. What is only quoted is at most reported.</summary>
    public bool IsRead { get; init; } = true;
}

/// <param name="Reason">The rule, with the counts in words.</param>
internal sealed record Verdict(ClaimStatus Status, string Reason);

/// <summary>The status of a claim from the stances of independent origins: a table in, a status out.</summary>
internal static class StatusRules
{
    /// <param name="stances">Any number for an origin; its newest counts, the more doubtful of one day.</param>
    /// <returns>Null where nobody takes a stance.</returns>
    public static Verdict? Decide(IEnumerable<OriginStance> stances)
    {
        var all = stances.ToList();
        if (all.Count > 0 && !all.Exists(stance => stance.IsRead))
        {
            return new Verdict(ClaimStatus.Reported, $"quoted, not judged, in a language whose denials and doubts are not read: {Names(all)}");
        }

        var newest = all.Where(stance => stance.IsRead).GroupBy(stance => stance.Origin, StringComparer.Ordinal).Select(Newest).ToList();
        var confirming = newest.Where(stance => stance is { Stance: Stance.Supports, Commitment: Commitment.Confirmed, HasAuthority: true }).ToList();
        var confirmedOn = confirming.Max(stance => stance.Date);

        // What somebody could not confirm before the party that knows confirmed it is out of date.
        var doubting = newest.Where(stance => stance.Stance == Stance.Uncommitted && !(stance.Date < confirmedOn)).ToList();
        var refuting = newest.Where(stance => stance.Stance == Stance.Refutes).ToList();
        var asserting = newest.Where(stance => stance is { Stance: Stance.Supports, Commitment: Commitment.Asserted or Commitment.Confirmed }).ToList();
        var unsupported = newest.Where(stance => stance is { Stance: Stance.Supports, Commitment: Commitment.Unsupported }).ToList();
        var hedging = newest.Where(stance => stance is { Stance: Stance.Supports, Commitment: Commitment.Hedged }).ToList();
        var counts = Counts(confirming, asserting, unsupported, hedging, doubting, refuting);
        return newest.Count == 0 ? null
            : refuting.Count > 0 && asserting.Count + unsupported.Count > 0 ? new Verdict(ClaimStatus.Disputed, $"origins contradict each other: {counts}")
            : refuting.Count > 0 && hedging.Count == 0 ? new Verdict(ClaimStatus.Denied, $"it is only denied: {counts}")
            : refuting.Count > 0 ? new Verdict(ClaimStatus.Disputed, $"it is suspected and denied: {counts}")
            : doubting.Count > 0 ? new Verdict(ClaimStatus.Unconfirmed, counts)
            : confirming.Count > 0 ? new Verdict(ClaimStatus.Confirmed, $"confirmed by a party that knows: {counts}")
            : asserting.Count > 1 ? new Verdict(ClaimStatus.Confirmed, $"independent origins agree: {counts}")
            : asserting.Count == 1 ? new Verdict(ClaimStatus.Reported, $"one origin only: {counts}")
            : new Verdict(ClaimStatus.Unconfirmed, $"nobody asserts it firmly: {counts}");
    }

    private static OriginStance Newest(IEnumerable<OriginStance> stances)
    {
        var all = stances.ToList();
        var last = all.Max(stance => stance.Date);
        var newest = all.Where(stance => stance.Date == last).OrderBy(stance => stance.Stance == Stance.Supports ? (int)stance.Commitment : -1)
            .ThenByDescending(stance => stance.Stance).First();
        return IsName(newest.Name) ? newest : newest with { Name = all.Find(stance => IsName(stance.Name))?.Name ?? newest.Name };
    }

    // Mark Rutte rather than "its secretary-general".
    private static bool IsName(string name) => name.Split(' ').Any(word => char.IsUpper(word[0]) && word is not ("The" or "Their" or "Its" or "His" or "Her"));

    private static string Counts(
        List<OriginStance> confirming, List<OriginStance> asserting, List<OriginStance> unsupported, List<OriginStance> hedging, List<OriginStance> doubting, List<OriginStance> refuting)
    {
        List<string> parts = [];
        Add(parts, confirming, "confirms it", "confirm it");
        Add(parts, [.. asserting.Except(confirming)], "asserts it", "assert it");
        Add(parts, unsupported, "claims it, without evidence shown", "claim it, without evidence shown");
        Add(parts, hedging, "speaks of it as possible", "speak of it as possible");
        Add(parts, doubting, "cannot confirm it", "cannot confirm it");
        Add(parts, refuting, "denies it", "deny it");
        return string.Join("; ", parts);
    }

    private static string Names(List<OriginStance> stances) => string.Join(", ", stances.Select(stance => stance.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static void Add(List<string> parts, List<OriginStance> stances, string one, string many)
    {
        if (stances.Count > 0)
        {
            parts.Add($"{stances.Count} {(stances.Count == 1 ? one : many)} ({Names(stances)})");
        }
    }
}
