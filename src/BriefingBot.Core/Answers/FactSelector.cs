using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Chooses the sentences that hold the fact a question asks for.</summary>
internal static class FactSelector
{
    private const int MostQuotes = 4;
    private const double LeastRelevance = 0.3;
    private const double LeastPredicate = 0.4;

    // How much each sign of an answer is worth beside a sentence that holds the whole question (1).
    private const double ContextWeight = 0.5;
    private const double KindWeight = 0.35;
    private const double RankWeight = 0.5;
    private const double AskedWeight = 0.6;
    private const double PhraseWeight = 0.5;
    private const double LeastOfAgreeing = 0.5;
    private const double LeastOfOther = 0.8;

    private static readonly FrozenSet<string> NumberWords = FrozenSet.Create("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "billion", "half", "third", "quarter", "zwei", "drei", "vier", "fünf", "sechs", "sieben");
    private static readonly FrozenSet<string> TimeWords = FrozenSet.Create("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "yesterday", "today", "week", "month", "year");
    private static readonly FrozenSet<string> PlaceWords = FrozenSet.Create("in", "at", "near", "from", "to", "on");

    public static Findings? Select(Evidence evidence, Retrieved found)
    {
        var scored = Score(evidence, found);
        if (scored.Count == 0)
        {
            return null;
        }

        // What does not give the same answer must be nearly as good as the best to stand beside it.
        var best = scored[0];
        var quoted = scored.Where(entry => entry.Score >= best.Score * (Agrees(evidence, best.Statement, entry.Statement) ? LeastOfAgreeing : LeastOfOther))
            .DistinctBy(entry => evidence.OriginOf(entry.Statement)).DistinctBy(entry => entry.Statement.Statement.Text)
            .Take(MostQuotes).Select(entry => Supporting(entry.Statement)).ToList();
        var counted = quoted.Where(statement => statement == quoted[0] || Agrees(evidence, quoted[0], statement)).ToList();
        return StatusRules.Decide(evidence.Stances(counted)) is { } verdict ? new Findings(quoted, counted, verdict) : null;
    }

    private static List<(StatementStance Statement, double Score)> Score(Evidence evidence, Retrieved found)
    {
        var top = found.Articles.Count > 0 ? found.Articles[0].Score : 0;
        var rank = found.Articles.ToDictionary(article => article.Article.Id, article => top > 0 ? article.Score / top : 0, StringComparer.Ordinal);
        var relevant = evidence.All.Where(statement => statement.Relevance >= LeastRelevance && statement.Predicate >= LeastPredicate).ToList();
        var byAsked = relevant.Where(statement => evidence.IsByAsked(statement) || evidence.NamesAsked(statement)).ToList();
        return [.. (byAsked.Count > 0 ? byAsked : relevant)
            .Select(statement => (statement, Score(evidence, statement, rank[statement.Statement.Source.Id])))
            .OrderByDescending(entry => entry.Item2)];
    }

    private static double Score(Evidence evidence, StatementStance statement, double rank) =>
        statement.Direct + (ContextWeight * (statement.Relevance - statement.Direct))
        + (PhraseWeight * evidence.Phrases(statement))
        + (HoldsKind(evidence.Claim.Question, statement) ? KindWeight : 0)
        + (evidence.IsByAsked(statement) ? AskedWeight : 0)
        + (RankWeight * rank);

    /// <summary>Whether the sentence has something of the kind asked for that the question does not have itself.</summary>
    private static bool HoldsKind(Question question, StatementStance statement)
    {
        var words = Words.Of(statement.Statement.Source.Text, statement.Statement.Span);
        bool IsNew(Word word) => !question.Text.Contains(statement.Statement.Source.Text[word.Span.Start..word.Span.End], StringComparison.OrdinalIgnoreCase);
        return question.Kind switch
        {
            QuestionKind.HowMany => words.Exists(word => (char.IsDigit(word.Lower[0]) || NumberWords.Contains(word.Lower)) && IsNew(word)),
            QuestionKind.When => words.Exists(word => (char.IsDigit(word.Lower[0]) || TimeWords.Contains(word.Lower)) && IsNew(word)),
            QuestionKind.Where => words.Zip(words.Skip(1)).Any(pair => PlaceWords.Contains(pair.First.Lower) && pair.Second.IsCapitalised && IsNew(pair.Second)),
            QuestionKind.Who or QuestionKind.Which or QuestionKind.What => words.Skip(1).Any(word => word.IsCapitalised && IsNew(word)),
            _ => false,
        };
    }

    private static StatementStance Supporting(StatementStance statement) => statement.Stance != Stance.Unrelated ? statement
        : statement with { Stance = statement.Commitment switch { Commitment.Uncommitted => Stance.Uncommitted, Commitment.Refuted => Stance.Refutes, _ => Stance.Supports } };

    /// <summary>Whether two sentences share a number or a name that the question does not have: the answer they give.</summary>
    private static bool Agrees(Evidence evidence, StatementStance best, StatementStance other)
    {
        var asked = Keys(evidence.Claim.Question.Text, new TextSpan(0, evidence.Claim.Question.Text.Length));
        return Keys(best.Statement.Source.Text, best.Statement.Span).Except(asked)
            .Intersect(Keys(other.Statement.Source.Text, other.Statement.Span)).Any();
    }

    private static HashSet<string> Keys(string text, TextSpan span) =>
        [.. Words.Of(text, span).Where(word => word.IsCapitalised || char.IsDigit(word.Lower[0]) || NumberWords.Contains(word.Lower)).Select(word => word.Lower)];
}
