using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Chooses the sentences that hold the fact a question asks for.</summary>
internal static class FactSelector
{
    // Of what is asked: with less, nothing found speaks of it.
    private const double LeastRelevance = 0.3;

    // In languages other than English, whose weights were not fitted: a sentence has so much of the question itself, and a rival speaks of the same.
    private const double LeastOwn = 0.2;
    internal const double LeastPredicateOfRival = 0.5;

    // Whoever is asked about must be among the sentences that speak most of the matter.
    private const int MostRead = 40;

    // As the analyzer writes "cause" and "caused".
    private const string CauseTerm = "caus";

    // What gives another answer, and is this likely beside the best, speaks against it.
    private const double OddsOfRival = 0.5;

    public static Findings? Select(Evidence evidence, Retrieved found)
    {
        var question = new FactQuestion(evidence.Claim);
        var candidates = OfTheCause(evidence, FactReader.Read(evidence, question, found));
        var picks = FactPicks.Pick(evidence.Claim.Asked is null ? candidates : ByAsked(evidence, candidates), FactFeatures.Weights);
        evidence.Read([.. picks.SelectMany(pick => pick.All).Select(candidate => candidate.Sentence)]);
        picks.RemoveAll(pick => !SpeaksOfIt(evidence.Read(pick.Best.Sentence)) || (evidence.Claim.Wording is not null && evidence.Matcher.Share(pick.Best.Sentence.Own) < LeastOwn));
        if (picks.Count == 0)
        {
            return null;
        }

        var quoted = picks.ConvertAll(pick => Statement(evidence, pick));

        var answer = new FactAnswer(question, picks);
        var others = picks.Zip(quoted).Skip(1).ToList();
        var hasRival = others.Exists(other => other.First.Odds >= OddsOfRival && answer.IsContradictedBy(other.First));
        // One month in two sentences confirms nothing where neither has a word of the question.
        var agrees = !hasRival && picks[0].Best.Sentence.Own != 0;
        List<StatementStance> counted = [quoted[0], .. others.Where(other => agrees && other.First.Best.Sentence.Own != 0 && answer.IsGivenBy(other.First)).Select(other => other.Second)];
        if (StatusRules.Decide(evidence.Stances(counted)) is not { } verdict)
        {
            return null;
        }

        verdict = IndependentOrigins.Weigh(evidence, counted, verdict);

        // News goes on: a later number replaces an earlier one. Of one day, or without dates, both cannot be right.
        var against = others.Where(other => other.First.Odds >= OddsOfRival && IsOfTheSameDay(quoted[0], other.Second)
            && (answer.IsContradictedBy(other.First) || (other.Second.Statement.Source.Provenance.Published is null && answer.IsAnother(other.First)))
            && (evidence.Claim.Wording is null || evidence.Matcher.PredicateShare(other.First.Best.Sentence.Own) >= LeastPredicateOfRival)
            && evidence.OriginOf(other.Second) != evidence.OriginOf(quoted[0])).Select(other => other.Second).ToList();
        return against.Count == 0 || verdict.Status is not (ClaimStatus.Confirmed or ClaimStatus.Reported)
            ? new Findings(quoted, counted, verdict)
            : new Findings(quoted, [.. counted, .. against], new Verdict(ClaimStatus.Disputed, $"{against.Count + 1} origins answer differently"));
    }

    /// <summary>Where a cause is asked for, the sentences that speak of one; all if there are none.</summary>
    private static List<FactCandidate> OfTheCause(Evidence evidence, List<FactCandidate> candidates)
    {
        var term = evidence.Claim.Terms.Index().FirstOrDefault(term => term.Item.Term.Text == CauseTerm, (-1, null!)).Index;
        return term >= 0 && candidates.FindAll(candidate => (candidate.Sentence.Own & (1UL << term)) != 0) is { Count: > 0 } causes ? causes : candidates;
    }

    private static bool IsOfTheSameDay(StatementStance one, StatementStance other) =>
        one.Statement.Source.Provenance.Published == other.Statement.Source.Provenance.Published;

    /// <summary>Those by the one whose word is asked for, or that name it; all if there are none.</summary>
    private static List<FactCandidate> ByAsked(Evidence evidence, List<FactCandidate> candidates)
    {
        var best = candidates.OrderByDescending(candidate => FactFeatures.Score(candidate.Features, FactFeatures.Weights)).Take(MostRead).ToList();
        evidence.Read(best.ConvertAll(candidate => candidate.Sentence));
        var read = best.Where(candidate => SpeaksOfIt(evidence.Read(candidate.Sentence))).ToHashSet();
        var by = candidates.FindAll(candidate => read.Contains(candidate) && evidence.IsByAsked(evidence.Read(candidate.Sentence)));
        return by.Count > 0 ? by : candidates.FindAll(candidate => read.Contains(candidate) && evidence.NamesAsked(evidence.Read(candidate.Sentence))) is { Count: > 0 } naming ? naming : candidates;
    }

    private static bool SpeaksOfIt(StatementStance statement) => statement.Relevance >= LeastRelevance;

    /// <summary>The best sentence, as wide as it is quoted and as doubtful as whatever beside it doubts the same.</summary>
    private static StatementStance Statement(Evidence evidence, FactPick pick)
    {
        var best = Supporting(evidence.Read(pick.Best.Sentence));
        foreach (var other in pick.All)
        {
            var beside = evidence.Read(other.Sentence);
            best = beside.Stance != Stance.Unrelated && beside.Commitment < best.Commitment ? best with { Stance = beside.Stance, Commitment = beside.Commitment, Cue = beside.Cue } : best;
        }

        return best with { Statement = best.Statement with { Span = pick.Span } };
    }

    public static StatementStance Supporting(StatementStance statement) => statement.Stance != Stance.Unrelated ? statement
        : statement with { Stance = statement.Commitment switch { Commitment.Uncommitted => Stance.Uncommitted, Commitment.Refuted => Stance.Refutes, _ => Stance.Supports } };
}
