using BriefingBot.Articles;

namespace BriefingBot.Answers;

/// <summary>Some adjacent sentences of one paragraph that are quoted together.</summary>
/// <param name="Best">The sentence that most likely holds the answer.</param>
/// <param name="All">In their order, the best among them.</param>
/// <param name="Span">All of them.</param>
/// <param name="Odds">Beside the likeliest of all: 1 for that one.</param>
internal sealed record FactPick(FactCandidate Best, IReadOnlyList<FactCandidate> All, TextSpan Span, double Odds);

/// <summary>Picks what to quote from measured sentences.</summary>
internal static class FactPicks
{
    private const int MostQuotes = 4;
    private const int MostSentences = 3;
    private const int LongestInChars = 450;

    // How likely, beside the likeliest, a sentence must be to be quoted; beside its neighbour, to be quoted with it.
    private const double LeastOdds = 0.04;
    private const double LeastOfNeighbour = 0.5;

    // What a second quote from the same article must make up for.
    private const double SameArticle = 0.5;

    /// <summary>The likeliest first.</summary>
    public static List<FactPick> Pick(IReadOnlyList<FactCandidate> candidates, double[] weights)
    {
        var odds = new double[candidates.Count];
        for (var i = 0; i < odds.Length; i++)
        {
            odds[i] = Math.Exp(FactFeatures.Score(candidates[i].Features, weights));
        }

        List<FactPick> picks = [];
        var top = odds.Length == 0 ? 0 : odds.Max();
        while (picks.Count < MostQuotes)
        {
            var best = Best(candidates, odds, picks);
            if (best < 0 || odds[best] < LeastOdds * top)
            {
                break;
            }

            var (first, end) = Widen(candidates, odds, best);
            var all = candidates.Skip(first).Take(end - first).ToList();
            picks.Add(new FactPick(candidates[best], all, all[0].Sentence.Span.Union(all[^1].Sentence.Span), odds[best] / top));
            odds.AsSpan(first..end).Clear();
        }

        return picks;
    }

    private static int Best(IReadOnlyList<FactCandidate> candidates, double[] odds, List<FactPick> picks)
    {
        var (best, most) = (-1, 0.0);
        for (var i = 0; i < odds.Length; i++)
        {
            var value = odds[i] * (picks.Exists(pick => pick.Best.Rank == candidates[i].Rank) ? SameArticle : 1);
            if (value > most && !picks.Exists(pick => Repeats(pick, candidates[i])))
            {
                (best, most) = (i, value);
            }
        }

        return best;
    }

    /// <summary>From the first to past the last of the sentences that are quoted with the best one.</summary>
    private static (int First, int End) Widen(IReadOnlyList<FactCandidate> candidates, double[] odds, int best)
    {
        var (first, end) = (best, best + 1);
        while (end - first < MostSentences)
        {
            var before = first > 0 && Adjoin(candidates[first - 1], candidates[first]) ? odds[first - 1] : 0;
            var after = end < odds.Length && Adjoin(candidates[end - 1], candidates[end]) ? odds[end] : 0;
            var (from, to) = before > after ? (first - 1, end) : (first, end + 1);
            if (Math.Max(before, after) < LeastOfNeighbour * odds[best] || candidates[to - 1].Sentence.Span.End - candidates[from].Sentence.Span.Start > LongestInChars)
            {
                break;
            }

            (first, end) = (from, to);
        }

        return (first, end);
    }

    private static bool Adjoin(FactCandidate one, FactCandidate next) =>
        one.Rank == next.Rank && one.Sentence.Index + 1 == next.Sentence.Index && one.Sentence.Paragraph == next.Sentence.Paragraph;

    private static bool Repeats(FactPick pick, FactCandidate candidate)
    {
        var (one, other) = (pick.Best.Sentence, candidate.Sentence);
        return one.Source.Text.AsSpan(one.Span.Start, one.Span.Length).SequenceEqual(other.Source.Text.AsSpan(other.Span.Start, other.Span.Length));
    }
}
