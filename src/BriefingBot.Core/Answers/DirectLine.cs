using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>The first words of an answer, never firmer than the status nor than the quote after them.</summary>
internal static class DirectLine
{
    public static string Lead(Evidence evidence, Findings findings)
    {
        var phrases = Phrases.Of(evidence.Claim.Question);
        if (IsOnClaim(evidence) && findings.Quoted[0] is { IsRetraction: true, Statement.Date: var date })
        {
            return $"{(date is { } day ? phrases.Format("corrected-on", day) : phrases["corrected"])}: ";
        }

        var key = findings.Counted.All(statement => Tongues.Of(statement.Statement.Source) == Tongue.Other) ? "quoted"
            : IsOnClaim(evidence) ? OnClaim(evidence, findings) : OnFact(findings.Verdict.Status);
        return key is null ? "" : $"{phrases[key]}: ";
    }

    private static bool IsOnClaim(Evidence evidence) => evidence.Claim.Question.Kind is QuestionKind.YesNo or QuestionKind.Other;

    private static string? OnClaim(Evidence evidence, Findings findings)
    {
        if (findings.Quoted[0].HasOtherNumber)
        {
            return "another-number";
        }

        var asked = findings.Quoted.FirstOrDefault(evidence.IsByAsked);
        return findings.Verdict.Status switch
        {
            ClaimStatus.Unconfirmed when asked is { Stance: Stance.Uncommitted } || (asked is not null && evidence.Claim.AsksForProof) => "asked-unconfirmed",
            ClaimStatus.Unconfirmed => "unconfirmed",
            ClaimStatus.Disputed => "disputed",
            ClaimStatus.Denied => "claim-denied",
            ClaimStatus.Reported => "claim-reported",
            _ when findings.Quoted[0] is { Stance: Stance.Supports, Commitment: Commitment.Confirmed or Commitment.Asserted } => "claim-confirmed",
            _ => null,
        };
    }

    private static string? OnFact(ClaimStatus status) => status switch
    {
        ClaimStatus.Unconfirmed => "unconfirmed",
        ClaimStatus.Disputed => "disputed",
        ClaimStatus.Denied => "denied",
        _ => null,
    };
}
