using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>One of the values an article may give.</summary>
/// <param name="Best">The likeliest place of it.</param>
/// <param name="Share">0 to 1: how likely it is what the article gives, in any of its places.</param>
internal sealed record ArticleValue(ValueCandidate Best, double Share);

/// <summary>The values that one article may give for what is asked. What their shares leave of 1 is that it gives none.</summary>
internal sealed class ArticleValues
{
    // Of a long article, the sentences that have most of the question.
    private const int MostSentences = 30;
    private const int MostCandidates = 150;

    private ArticleValues(Article article, IReadOnlyList<ArticleValue> values) => (Article, Values) = (article, values);

    public Article Article { get; }

    /// <summary>The likeliest first, those that agree as one.</summary>
    public IReadOnlyList<ArticleValue> Values { get; }

    /// <param name="article">Whose values the candidates are.</param>
    /// <param name="weights">Of <see cref="ValueFeatures"/>.</param>
    public static ArticleValues Of(Article article, IReadOnlyList<ValueCandidate> candidates, double[] weights)
    {
        // Giving none has the odds of one.
        double[] odds = [.. candidates.Select(candidate => Math.Exp(FactFeatures.Score(candidate.Features, weights)))];
        var all = 1 + odds.Sum();
        List<ArticleValue> values = [];
        foreach (var (candidate, i) in candidates.Select((candidate, i) => (candidate, i)).OrderByDescending(pair => odds[pair.i]))
        {
            var same = values.FindIndex(value => value.Best.Value.Agrees(candidate.Value));
            if (same < 0)
            {
                values.Add(new ArticleValue(candidate, odds[i] / all));
            }
            else
            {
                values[same] = values[same] with { Share = values[same].Share + (odds[i] / all) };
            }
        }

        return new ArticleValues(article, [.. values.OrderByDescending(value => value.Share)]);
    }

    /// <param name="sentences">Of one article.</param>
    public static List<ValueCandidate> Read(ValueQuestion question, ClaimMatcher matcher, IEnumerable<ClaimSentence> sentences)
    {
        var read = sentences.OrderByDescending(sentence => sentence.Relevance).Take(MostSentences).OrderBy(sentence => sentence.Index)
            .Select(sentence => new ValueSentence(question, matcher, sentence)).ToList();
        var all = read.SelectMany(sentence => sentence.Found).Take(MostCandidates).ToList();
        return [.. read.SelectMany(sentence => sentence.Found.Select((found, order) => (sentence, found, order))).Take(MostCandidates)
            .Select(found => new ValueCandidate(found.sentence.Sentence, found.found.Value,
                found.sentence.Measure(found.order, all.Count(other => other.Value.Agrees(found.found.Value)) - 1, all.Count)))];
    }

    /// <summary>0 to 1: how likely two articles give values that cannot both be right. Who gives the other's value too hardly contradicts it.</summary>
    public double ContradictionWith(ArticleValues other)
    {
        var sum = 0.0;
        foreach (var own in Values)
        {
            foreach (var theirs in other.Values)
            {
                if (!own.Best.Value.Agrees(theirs.Best.Value))
                {
                    sum += Math.Max(0, own.Share - ShareOf(theirs)) * Math.Max(0, theirs.Share - other.ShareOf(own));
                }
            }
        }

        return sum;
    }

    private double ShareOf(ArticleValue other) => Values.Where(value => value.Best.Value.Agrees(other.Best.Value)).Sum(value => value.Share);
}
