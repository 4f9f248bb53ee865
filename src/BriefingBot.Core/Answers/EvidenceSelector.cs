using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Chooses the statements that answer, by what the question asks for.</summary>
internal static class EvidenceSelector
{
    private const int MostQuotes = 4;
    private const double LeastRelevanceOfStatement = 0.3;
    private const double LeastPredicateOfStatement = 0.5;

    // Whoever else speaks of the same has so much of it in one sentence.
    private const double LeastDirectOfOthers = 0.6;
    private const int LeastTermsOfOthers = 3;

    // Where retrieval alone would not answer, a statement must hold this much of what is asked, in other words or its own.
    private const double LeastPredicateToOverrule = 0.75;
    private const double LeastDirectToOverrule = 0.3;

    /// <returns>Null where nothing answers.</returns>
    public static Findings? Select(Evidence evidence, Retrieved found)
    {
        if (!FutureTimes.AreAsked(new FactQuestion(evidence.Claim)) && ValueAnswers.Select(evidence, found) is { } values)
        {
            return values;
        }

        var isNumberMissing = evidence.Claim.Question.Kind == QuestionKind.YesNo && found.Answerability.Missing.All(IsNumber);
        var findings = isNumberMissing || found.Answerability.Missing.Count == 0 ? Find(evidence, found) : null;
        return findings is null || found.Answerability.IsAnswered || evidence.Claim.Terms.Count == 0 || Answering(evidence, findings).Any(IsToThePoint) ? findings : null;
    }

    /// <summary>Of a claim, the stances toward it and nothing else.</summary>
    /// <returns>Null where nobody takes one.</returns>
    public static Findings? Check(Evidence evidence, Retrieved found) => found.Answerability.Missing.All(IsNumber) ? Stances(evidence) : null;

    private static bool IsNumber(string term) => Numerals.ValueOf(Sayings.Stem(term)) is not null;

    // Of a claim every quote takes a stance toward it; a fact stands in the first.
    private static IEnumerable<StatementStance> Answering(Evidence evidence, Findings findings) =>
        evidence.Claim.Question.Kind == QuestionKind.YesNo ? findings.Quoted : findings.Quoted.Take(1);

    private static bool IsToThePoint(StatementStance statement) =>
        statement.CountsOtherwise || (statement.Predicate >= LeastPredicateToOverrule && statement.Direct >= LeastDirectToOverrule);

    private static Findings? Find(Evidence evidence, Retrieved found) => evidence.Claim.Question.Kind switch
    {
        QuestionKind.YesNo => Stances(evidence),
        QuestionKind.Other => Stances(evidence) ?? FactSelector.Select(evidence, found),
        QuestionKind.Statement => Statements(evidence) ?? (evidence.Claim.Asked is null ? FactSelector.Select(evidence, found) : null),
        _ => RoleSelector.Select(evidence) ?? FactSelector.Select(evidence, found),
    };

    private static Findings? Stances(Evidence evidence)
    {
        var taken = evidence.Taken.ToList();
        if (evidence.Claim.Asked is not null && !evidence.All.Any(statement => evidence.IsByAsked(statement) || evidence.NamesAsked(statement)))
        {
            return null;
        }

        // "Does the Pentagon say...": where it does, its own words answer.
        var said = evidence.Claim.AsksForWords ? taken.Where(statement => statement.Stance == Stance.Supports && evidence.IsByAsked(statement)).ToList() : [];
        said = said.Count == 0 && evidence.Claim.AsksForWords ? evidence.All.Where(statement => statement.IsNear && evidence.IsByAsked(statement)).Select(Meant).ToList() : said;
        taken = said.Count > 0 ? [.. said, .. taken.Where(statement => statement.Stance == Stance.Refutes)] : taken;
        taken = [.. taken, .. OtherCounts(evidence, taken)];
        if (StatusRules.Decide(evidence.Stances(taken)) is not { } verdict)
        {
            return null;
        }

        var quotes = OtherNumbers(evidence, taken).Concat(Quotes(evidence, taken)).Take(MostQuotes).ToList();
        return new Findings(verdict.Status == ClaimStatus.Disputed ? BothSides(quotes) : quotes, taken, verdict);
    }

    /// <summary>Whoever counts seven denies eight, where nobody counts eight, or those who did spoke earlier.</summary>
    private static IEnumerable<StatementStance> OtherCounts(Evidence evidence, List<StatementStance> taken)
    {
        var counted = taken.Max(statement => statement.Statement.Date);
        return evidence.All.Where(statement => statement.CountsOtherwise && (taken.Count == 0 || (counted is not null && statement.Statement.Date > counted)))
            .OrderByDescending(statement => statement.Statement.Date).Select(statement => statement with { Stance = Stance.Refutes, HasOtherNumber = true });
    }

    /// <summary>The best quote of each side first, by their days; the undated ones last.</summary>
    private static List<StatementStance> BothSides(List<StatementStance> quotes)
    {
        var sides = quotes.Where(quote => quote.Stance is Stance.Supports or Stance.Refutes).DistinctBy(quote => quote.Stance)
            .OrderBy(quote => quote.Statement.Date ?? DateOnly.MaxValue).ToList();
        return [.. sides, .. quotes.Except(sides)];
    }

    /// <summary>What the one who is asked about does say, where the number is another.</summary>
    private static IEnumerable<StatementStance> OtherNumbers(Evidence evidence, List<StatementStance> taken) =>
        taken.Exists(statement => statement.Stance == Stance.Supports && evidence.IsByAsked(statement)) ? []
            : evidence.All.Where(statement => statement.HasOtherNumber && evidence.IsByAsked(statement)).OrderByDescending(Value).Take(1);

    private static Findings? Statements(Evidence evidence)
    {
        var said = About(evidence, evidence.IsByAsked);
        if (said.Count == 0)
        {
            said = About(evidence, evidence.NamesAsked);
        }

        if (said.Count == 0)
        {
            return null;
        }

        // What the speaker says of the matter is a stance toward it even where the matter is only named.
        var counted = said.Select(Meant).Concat(evidence.Taken.Where(statement => !said.Contains(statement) && SaysTheSame(evidence.Claim, statement))).ToList();
        return StatusRules.Decide(evidence.Stances(counted)) is { } verdict
            ? new Findings([.. said.OrderByDescending(Value).DistinctBy(statement => statement.Statement.Text)
                .Take(MostQuotes).OrderBy(statement => statement.Statement.Date ?? DateOnly.MaxValue)], counted, verdict)
            : null;
    }

    // "The bank had run short" says nothing of a bank run: two words agree by chance.
    private static bool SaysTheSame(Claim claim, StatementStance statement) =>
        claim.Wording is not null || statement.Stance != Stance.Supports || (statement.Direct >= LeastDirectOfOthers && claim.Terms.Count >= LeastTermsOfOthers);

    private static List<StatementStance> About(Evidence evidence, Func<StatementStance, bool> isBy) =>
        [.. evidence.All.Where(statement => (evidence.Claim.Terms.Count == 0 || (statement.Relevance >= LeastRelevanceOfStatement && statement.Predicate >= LeastPredicateOfStatement)) && isBy(statement))];

    private static StatementStance Meant(StatementStance statement) => statement.Stance != Stance.Unrelated ? statement
        : statement with { Stance = statement.Commitment switch { Commitment.Uncommitted => Stance.Uncommitted, Commitment.Refuted => Stance.Refutes, _ => Stance.Supports } };

    /// <summary>The best of each origin: whoever is asked about first, then both sides.</summary>
    private static List<StatementStance> Quotes(Evidence evidence, List<StatementStance> taken)
    {
        var best = taken.GroupBy(evidence.ReportOf, StringComparer.Ordinal)
            .Select(origin => origin.OrderByDescending(statement => Answers(evidence, statement)).ThenByDescending(Value).First())
            .OrderByDescending(statement => Answers(evidence, statement)).ThenByDescending(Value).ToList();
        var sides = best.GroupBy(statement => statement.Stance).Select(side => side.First()).ToList();
        return [.. best.Take(1).Concat(sides).Concat(best).Distinct().DistinctBy(statement => statement.Statement.Text).Take(MostQuotes)];
    }

    // Whoever is asked about; of their proof, what is said to lack it.
    private static int Answers(Evidence evidence, StatementStance statement) => !evidence.IsByAsked(statement) ? 0
        : evidence.Claim.AsksForProof && statement.Commitment is Commitment.Unsupported or Commitment.Uncommitted ? 2 : 1;

    private static double Value(StatementStance statement) => statement.Relevance + statement.Direct
        + (statement.Statement.Speaker is { IsNamed: true } ? 0.3 : 0)
        + (statement.Cue is not null ? 0.2 : 0)
        + (statement.Statement.HasQuotation ? 1.3 : 0);
}
