using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Answers who somebody is, from what articles put beside the name: "Lloyd Austin, the US defence secretary".</summary>
internal static class RoleSelector
{
    private const int MostQuotes = 3;

    /// <returns>Null where that is not what is asked, or no article says who it is.</returns>
    public static Findings? Select(Evidence evidence)
    {
        var question = evidence.Claim.Question;
        if (question.Kind != QuestionKind.Who || question.Names is not [var name] || evidence.Claim.Terms.Any(term => !name.Span.Contains(term.Term.Span)))
        {
            return null;
        }

        var last = name.Text.Split(' ')[^1];
        var quoted = evidence.Sentences.Where(sentence => evidence.Matcher.HasNames(sentence.Own))
            .Select(sentence => (sentence, Role: SpeakerMatch.RoleBeside(sentence.Source.Text, sentence.Span, last))).Where(pair => pair.Role is not null)
            .OrderByDescending(pair => IsAfter(pair.sentence, last, pair.Role!.Value)).ThenByDescending(pair => pair.sentence.Source.Provenance.Published).ThenByDescending(pair => pair.Role!.Value.Length)
            .DistinctBy(pair => pair.sentence.Source.Id).Take(MostQuotes).Select(pair => Own(evidence.Read(pair.sentence), pair.Role!.Value)).ToList();
        return quoted.Count > 0 && StatusRules.Decide(evidence.Stances(quoted)) is { } verdict ? new Findings(quoted, quoted, verdict) : null;
    }

    // "Lloyd Austin, the US defence secretary" says more than "Captain Petra Holm". An office is the one held last.
    private static bool IsAfter(ClaimSentence sentence, string last, TextSpan role) => sentence.Source.Text.AsSpan(sentence.Span.Start, role.Start - sentence.Span.Start).Contains(last, StringComparison.Ordinal);

    // Who somebody is, the article says in its own voice, whatever they say in the same sentence.
    private static StatementStance Own(StatementStance statement, TextSpan role) => statement with
    {
        Statement = statement.Statement with { Speaker = null, Relayed = null },
        Stance = Stance.Supports,
        Commitment = Commitment.Asserted,
        Cue = role,
    };
}
