namespace BriefingBot.Retrieval;

/// <summary>How well the hits in some stretch of text match a question. All but BM25 are 0 to 1.</summary>
internal static class HitMeasures
{
    private const double PairSaturation = 1; // occurrences at which a pair counts half

    /// <summary>As a share of the question's total weight; up to k1 + 1.</summary>
    public static double Bm25(QueryModel query, ReadOnlySpan<TermHit> hits, double relativeLength, double k1, double b)
    {
        Span<int> counts = stackalloc int[query.Weights.Length];
        Count(hits, counts);
        var norm = k1 * (1 - b + (b * relativeLength));
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
            sum += counts[i] == 0 ? 0 : query.Weights[i] * counts[i] * (k1 + 1) / (counts[i] + norm);
        return sum / query.TotalWeight;
    }

    public static double Coverage(QueryModel query, ReadOnlySpan<TermHit> hits)
    {
        Span<int> counts = stackalloc int[query.Weights.Length];
        Count(hits, counts);
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
            sum += counts[i] == 0 ? 0 : query.Weights[i];
        return sum / query.TotalWeight;
    }

    /// <summary>The best coverage of any stretch of so many words.</summary>
    public static double WindowCoverage(QueryModel query, ReadOnlySpan<TermHit> hits, int words)
    {
        Span<int> counts = stackalloc int[query.Weights.Length];
        counts.Clear();
        var (sum, best, first) = (0.0, 0.0, 0);
        foreach (var hit in hits)
        {
            if (hit.Term >= counts.Length)
                continue;

            sum += counts[hit.Term]++ == 0 ? query.Weights[hit.Term] : 0;
            for (; hit.Word - hits[first].Word >= words; first++)
            {
                if (hits[first].Term < counts.Length && --counts[hits[first].Term] == 0)
                    sum -= query.Weights[hits[first].Term];
            }

            best = Math.Max(best, sum);
        }

        return best / query.TotalWeight;
    }

    /// <summary>Share of the question's neighbouring terms that are neighbours here: in order and at most so many words apart.</summary>
    public static double Pairs(QueryModel query, ReadOnlySpan<TermHit> hits, int mostWords, bool ordered)
    {
        var last = query.Weights.Length - 1;
        if (last < 1)
            return 0;

        Span<int> counts = stackalloc int[last];
        counts.Clear();
        for (var i = 0; i < hits.Length; i++)
        {
            for (var j = i + 1; j < hits.Length && hits[j].Word - hits[i].Word <= mostWords; j++)
            {
                var (left, right) = (hits[i].Term, hits[j].Term);
                if (right == left + 1 && right <= last)
                    counts[left]++;
                else if (!ordered && left == right + 1 && left <= last)
                    counts[right]++;
            }
        }

        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < last; i++)
        {
            var weight = query.Weights[i] + query.Weights[i + 1];
            total += weight;
            sum += weight * counts[i] / (counts[i] + PairSaturation);
        }

        return sum / total;
    }

    /// <summary>Share of the names that stand here in some form.</summary>
    public static double Names(QueryModel query, ReadOnlySpan<TermHit> hits)
    {
        var sum = 0.0;
        foreach (var name in query.Names)
            sum += Name(name, hits);
        return query.Names.Count == 0 ? 0 : sum / query.Names.Count;
    }

    /// <summary>The weight of the surest form of the name that stands here; 0 if none does.</summary>
    public static double Name(NameModel name, ReadOnlySpan<TermHit> hits)
    {
        var best = 0.0;
        foreach (var form in name.Forms)
        {
            if (form.Weight > best && HoldsSequence(hits, form.Terms))
                best = form.Weight;
        }

        return best;
    }

    public static double Numbers(QueryModel query, ReadOnlySpan<TermHit> hits)
    {
        var found = 0;
        foreach (var number in query.Numbers)
            found += HoldsSequence(hits, [number]) ? 1 : 0;
        return query.Numbers.Length == 0 ? 0 : (double)found / query.Numbers.Length;
    }

    public static double Phrases(QueryModel query, ReadOnlySpan<TermHit> hits)
    {
        var found = 0;
        foreach (var phrase in query.Phrases)
            found += HoldsSequence(hits, phrase) ? 1 : 0;
        return query.Phrases.Count == 0 ? 0 : (double)found / query.Phrases.Count;
    }

    /// <summary>Whether the terms stand one after another, at most one other word between two of them.</summary>
    public static bool HoldsSequence(ReadOnlySpan<TermHit> hits, ReadOnlySpan<int> terms)
    {
        for (var i = 0; i < hits.Length; i++)
        {
            if (StartsSequence(hits[i..], terms))
                return true;
        }

        return false;
    }

    /// <summary>Whether the terms stand so from the first hit on.</summary>
    public static bool StartsSequence(ReadOnlySpan<TermHit> hits, ReadOnlySpan<int> terms)
    {
        if (hits[0].Term != terms[0])
            return false;

        var matched = 1;
        for (var i = 1; matched < terms.Length && i < hits.Length && hits[i].Word - hits[0].Word <= 2 * matched; i++)
            matched += hits[i].Term == terms[matched] ? 1 : 0;
        return matched == terms.Length;
    }

    private static void Count(ReadOnlySpan<TermHit> hits, Span<int> counts)
    {
        counts.Clear();
        foreach (var hit in hits)
        {
            if (hit.Term < counts.Length)
                counts[hit.Term]++;
        }
    }
}
