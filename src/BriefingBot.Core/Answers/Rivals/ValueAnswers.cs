using BriefingBot.Answers.Verification;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Answers a question for one value from a small collection without dates: every article gives its own answer, and none is newer than another.</summary>
/// <remarks>In news that is dated a later number replaces an earlier one; here, articles that differ contradict each other, or speak of two that share a name.</remarks>
internal static class ValueAnswers
{
    // A collection of which everything that speaks of the matter is read.
    private const int MostArticles = 40;

    private const int MostQuotes = 4;

    // Of what is named an article must have more than this; whether it is enough, the weights tell.
    private const double LeastOfEntity = 0.45;

    // How likely two articles must be to contradict each other to say so; to keep from saying that others confirm it.
    private const double LeastContradiction = 0.25;
    private const double LeastDoubt = 0.1;

    // How likely an article must be to give the value to be counted, and one at least to answer at all.
    private const double LeastShare = 0.2;
    private const double LeastShareToAnswer = 0.4;

    /// <returns>Null where the collection is another, no value is asked for, or none is given.</returns>
    public static Findings? Select(Evidence evidence, Retrieved found) => Select(evidence, found, ValueFeatures.Of);

    /// <param name="weights">Of <see cref="ValueFeatures"/>, for each kind of value.</param>
    public static Findings? Select(Evidence evidence, Retrieved found, Func<ValueKind, double[]> weights)
    {
        if (found.Searched is not { Articles: <= MostArticles, From: null } || ValueQuestion.Of(new FactQuestion(evidence.Claim)) is not { } question)
        {
            return null;
        }

        var articles = evidence.Sentences.Where(sentence => !SourceSentence.IsInstruction(sentence.Source.Text, sentence.Span)).GroupBy(sentence => sentence.Source)
            .Where(sentences => SpeaksOfEntity(question, evidence.Matcher, sentences))
            .Select(sentences => ArticleValues.Of(sentences.Key, ArticleValues.Read(question, evidence.Matcher, sentences), weights(question.Kind))).ToList();
        var groups = RivalGroups.Of(articles, LeastShare);
        var most = RivalGroups.Contradiction(articles);
        return groups.Count == 0 || groups[0].Max(value => value.Share) < LeastShareToAnswer ? null
            : most >= LeastContradiction && groups.Count > 1 ? Disputed(evidence, groups)
            : Agreed(evidence, groups[0], most);
    }

    private static bool SpeaksOfEntity(ValueQuestion question, ClaimMatcher matcher, IEnumerable<ClaimSentence> sentences) => question.Entity == 0
        || matcher.Share(question.Entity & sentences.Aggregate(0UL, (all, sentence) => all | sentence.Own | sentence.Around)) > LeastOfEntity * matcher.Share(question.Entity);

    private static Findings Disputed(Evidence evidence, IReadOnlyList<IReadOnlyList<ArticleValue>> groups)
    {
        var sides = groups.Take(MostQuotes).Select(group => (Group: group, Statements: Statements(evidence, group))).ToList();
        var counts = sides.Select(side => (Said: Said(side.Group[0]), Origins: Origins(evidence, side.Statements))).ToList();
        var reason = $"origins answer differently: {string.Join("; ", counts.Select((count, i) => $"{count.Origins} {(count.Origins == 1 ? "says" : "say")} {count.Said}"))}";
        return new Findings([.. sides.Select(side => side.Statements[0])], [.. sides.SelectMany(side => side.Statements)], new Verdict(ClaimStatus.Disputed, reason));
    }

    private static Findings? Agreed(Evidence evidence, IReadOnlyList<ArticleValue> group, double contradiction)
    {
        var statements = Statements(evidence, group);
        return StatusRules.Decide(evidence.Stances(statements)) is not { } verdict ? null
            : new Findings([.. statements.Take(MostQuotes)], statements, Doubted(IndependentOrigins.Weigh(evidence, statements, verdict), contradiction));
    }

    private static Verdict Doubted(Verdict verdict, double contradiction) => verdict.Status == ClaimStatus.Confirmed && contradiction >= LeastDoubt
        ? new Verdict(ClaimStatus.Unconfirmed, $"another answer may be given too: {verdict.Reason}") : verdict;

    private static List<StatementStance> Statements(Evidence evidence, IReadOnlyList<ArticleValue> group)
    {
        evidence.Read([.. group.Select(value => value.Best.Sentence)]);
        return [.. group.OrderBy(value => value.Best.Sentence.Span.Length > QuoteSpan.LongestInChars).Select(value => Statement(evidence, value.Best))];
    }

    private static StatementStance Statement(Evidence evidence, ValueCandidate value)
    {
        var statement = FactSelector.Supporting(evidence.Read(value.Sentence));
        return statement with { Statement = statement.Statement with { Span = QuoteSpan.Around(value.Value.Span, value.Sentence.Source.Text, value.Sentence.Span) } };
    }

    private static int Origins(Evidence evidence, List<StatementStance> statements) => statements.Select(evidence.OriginOf).Distinct(StringComparer.Ordinal).Count();

    private static string Said(ArticleValue value) => value.Best.Sentence.Source.Text[value.Best.Value.Span.Start..value.Best.Value.Span.End];
}
