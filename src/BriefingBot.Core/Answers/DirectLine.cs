using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>The first words of an answer, never firmer than the status.</summary>
internal static class DirectLine
{
    public static string Lead(Evidence evidence, Findings findings) =>
        evidence.Claim.Question.Kind is QuestionKind.YesNo or QuestionKind.Other ? OnClaim(evidence, findings) : OnFact(findings.Verdict.Status);

    private static string OnClaim(Evidence evidence, Findings findings)
    {
        if (findings.Quoted[0] is { IsRetraction: true, Statement.Date: var date })
        {
            return date is { } day ? $"No, corrected on {day:yyyy-MM-dd}: " : "No, corrected: ";
        }

        if (findings.Quoted[0].HasOtherNumber)
        {
            return "No, another number: ";
        }

        var asked = findings.Quoted.FirstOrDefault(evidence.IsByAsked);
        return findings.Verdict.Status switch
        {
            ClaimStatus.Unconfirmed when asked is { Stance: Stance.Uncommitted } => "No, not confirmed: ",
            ClaimStatus.Unconfirmed => "Not confirmed: ",
            ClaimStatus.Disputed => "Disputed: ",
            ClaimStatus.Denied => "No, it is denied: ",
            ClaimStatus.Reported => "Reported by one origin, not confirmed: ",
            _ => "Yes, confirmed: ",
        };
    }

    private static string OnFact(ClaimStatus status) => status switch
    {
        ClaimStatus.Unconfirmed => "Not confirmed: ",
        ClaimStatus.Disputed => "Disputed: ",
        ClaimStatus.Denied => "Denied: ",
        _ => "",
    };
}
