using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Searches;

/// <summary>
/// BM25 of every passage that has a term of the query, with a share of its article's and its title's, so that a passage of an article that is
/// all about the question comes before a chance match. Nothing is pruned: all postings of all terms are read.
/// </summary>
internal sealed class PassageSearch(ITermPostings postings)
{
    // BM25: saturation and length normalisation; Robertson & Zaragoza 2009.
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    /// <param name="snapshot">Of the transaction that the postings are read in.</param>
    /// <param name="query">What to look for.</param>
    /// <param name="scratch">Nobody else uses it meanwhile.</param>
    /// <exception cref="InvalidDataException">The postings are damaged.</exception>
    public Candidates Search(Snapshot snapshot, CandidateQuery query, Scratch scratch)
    {
        scratch.Clear(snapshot.Slots, snapshot.Articles);
        var scope = new Scope(snapshot, query.Filter, query.AsOf);
        var frequencies = new int[query.Terms.Count];
        var ends = new int[snapshot.Segments.Count];
        for (var i = 0; i < query.Terms.Count; i++)
        {
            var term = query.Terms[i];
            frequencies[i] = Collect(snapshot, scope, scratch, ends, (segment, used) => postings.Read(segment, term, scratch, used)).Passages;
            var weight = (float)(term.Weight * InverseFrequency(frequencies[i], scope.Totals.Passages));
            Score(snapshot, scope.Totals, weight * (K1 + 1), scratch, ends);
        }

        foreach (var name in query.Names ?? [])
            ScoreName(snapshot, scope, name, scratch, ends);
        return new Candidates(BestCandidates.Choose(snapshot, scratch, query), frequencies, scope.Totals.Extent);
    }

    /// <summary>A name written whole counts for its article as a word does that stands there often.</summary>
    private void ScoreName(Snapshot snapshot, Scope scope, string name, Scratch scratch, int[] ends)
    {
        var titles = Collect(snapshot, scope, scratch, ends, (segment, used) => postings.ReadName(segment, name, scratch, used)).Titles;
        var weight = (float)InverseFrequency(titles, scope.Totals.Articles);
        for (int i = 0, from = 0; i < ends.Length; from = ends[i++])
        {
            foreach (var title in scratch.Slots.AsSpan(from..ends[i]))
                scratch.ArticleScores[snapshot.Segments[i].FirstArticle + ~snapshot.Segments[i].Segment.SlotArticles[title]] += weight;
        }
    }

    private static double InverseFrequency(int frequency, int passages) =>
        Math.Log(1 + ((passages - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>Reads postings in articles that are searched, and sets where each segment's end in the scratch.</summary>
    /// <returns>Of how many passages and titles they are.</returns>
    private static (int Passages, int Titles) Collect(Snapshot snapshot, Scope scope, Scratch scratch, int[] ends, Func<Segment, int, int> read)
    {
        var (used, passages) = (0, 0);
        for (var i = 0; i < ends.Length; i++)
        {
            var segment = snapshot.Segments[i].Segment;
            var end = used + read(segment, used);
            used = Keep(segment, scope, i, scratch, used..end, ref passages);
            ends[i] = used;
        }

        return (passages, used - passages);
    }

    private static int Keep(Segment segment, Scope scope, int position, Scratch scratch, Range run, ref int passages)
    {
        var (from, to) = (run.Start.Value, run.End.Value);
        var (slots, frequencies) = (scratch.Slots, scratch.Frequencies);
        var articles = segment.SlotArticles;
        if (scope.IsWhole(position))
        {
            foreach (var slot in slots.AsSpan(run))
                passages += articles[slot] < 0 ? 0 : 1;
            return to;
        }

        var days = scope.Days(position);
        var kept = from;
        for (var i = from; i < to; i++)
        {
            var slot = slots[i];
            var coded = articles[slot];
            if (days[coded < 0 ? ~coded : coded] > scope.LastDay)
                continue;
            passages += coded < 0 ? 0 : 1;
            slots[kept] = slot;
            frequencies[kept++] = frequencies[i];
        }

        return kept;
    }

    private static void Score(Snapshot snapshot, Totals totals, float weight, Scratch scratch, int[] ends)
    {
        var passage = new Saturation(totals.AveragePassageTerms);
        var title = new Saturation(totals.AverageTitleTerms);
        var article = new Saturation(totals.AverageArticleTerms);
        for (int i = 0, from = 0; i < ends.Length; from = ends[i++])
            Score(snapshot.Segments[i], weight, scratch, from..ends[i], (passage, title, article));
    }

    private static void Score(
        SearchedSegment searched, float weight, Scratch scratch, Range run, (Saturation Passage, Saturation Title, Saturation Article) saturations)
    {
        var segment = searched.Segment;
        var (passage, title, whole) = saturations;
        var scores = scratch.SlotScores.AsSpan(searched.FirstSlot, segment.Slots);
        var terms = segment.Terms.AsSpan(0, scores.Length);
        var articleScores = scratch.ArticleScores.AsSpan(searched.FirstArticle, segment.Articles);
        var slots = scratch.Slots.AsSpan(run);
        var frequencies = scratch.Frequencies.AsSpan(run)[..slots.Length];
        for (var i = 0; i < slots.Length;)
        {
            var coded = segment.SlotArticles[slots[i]];
            var article = coded < 0 ? ~coded : coded;
            var sum = 0;
            if (coded < 0)
            {
                sum = frequencies[i];
                scores[slots[i]] += weight * title.Of(sum, terms[slots[i++]]);
            }

            for (var end = segment.FirstSlots[article + 1]; i < slots.Length && slots[i] < end; i++)
            {
                var slot = slots[i];
                int frequency = frequencies[i];
                sum += frequency;
                scores[slot] += weight * passage.Of(frequency, terms[slot]);
            }

            articleScores[article] += weight * whole.Of(sum, segment.ArticleTerms[article]);
        }
    }

    /// <summary>The share of a term's weight that a text of some length gets for having it so often.</summary>
    private readonly struct Saturation(float averageTerms)
    {
        private readonly float _slope = averageTerms > 0 ? K1 * B / averageTerms : 0;

        public float Of(int frequency, int terms) => frequency / (frequency + (K1 * (1 - B)) + (_slope * terms));
    }
}
