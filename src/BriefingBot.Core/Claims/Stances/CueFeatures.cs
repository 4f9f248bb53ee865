namespace BriefingBot.Claims;

/// <summary>Which classes of words a text uses, and where: in its lead, at its end, and near what it shares with the claim.</summary>
internal static class CueFeatures
{
    private const int LeadSentences = 2;
    private const int TailSentences = 3;

    // Tokens over which a cue's bearing on a matched word falls to 1/e.
    private const float Reach = 4;

    public static void Add(StancePair pair, bool isArticle, List<float> features)
    {
        var sentences = pair.Text.Sentences;
        AddZone(pair, _ => true, features);
        AddClaim(pair.Claim, features);
        AddProximity(pair, features);
        if (!isArticle)
        {
            AddEnds(pair.Text, features);
            return;
        }

        AddEnds(pair.Claim.Text, features);
        AddZone(pair, sentence => sentence < LeadSentences, features);
        AddZone(pair, sentence => sentence == pair.Best, features);
        AddZone(pair, pair.IsNear, features);
        AddZone(pair, sentence => sentence >= Math.Max(LeadSentences, sentences.Count - TailSentences), features);
        AddRates(pair.Text, features);
        AddFirsts(pair.Text, features);
    }

    private static void AddZone(StancePair pair, Func<int, bool> isIn, List<float> features)
    {
        Span<float> counts = stackalloc float[StanceLexicon.Classes];
        for (var sentence = 0; sentence < pair.Text.Sentences.Count; sentence++)
        {
            if (!isIn(sentence))
                continue;

            for (var cue = pair.Text.Sentences[sentence].FirstCue; cue < pair.Text.Sentences[sentence].EndCue; cue++)
                counts[pair.Text.Cues[cue].Class]++;
        }

        foreach (var count in counts)
            features.Add(MathF.Log(1 + count));
    }

    private static void AddClaim(StanceClaim claim, List<float> features)
    {
        Span<float> counts = stackalloc float[StanceLexicon.Classes];
        foreach (var cue in claim.Text.Cues)
            counts[cue.Class]++;
        foreach (var count in counts)
            features.Add(count);
    }

    /// <summary>How near each class comes to a matched word; a cue that is itself the claim's word does not count.</summary>
    private static void AddProximity(StancePair pair, List<float> features)
    {
        Span<float> nearest = stackalloc float[StanceLexicon.Classes];
        Span<float> own = stackalloc float[StanceLexicon.Classes];
        for (var at = 0; at < pair.Text.Sentences.Count; at++)
        {
            var sentence = pair.Text.Sentences[at];
            for (var i = sentence.FirstCue; i < sentence.EndCue; i++)
            {
                var cue = pair.Text.Cues[i];
                if (pair.Matches[cue.Start].Kind == MatchKind.Exact)
                    continue;

                own[cue.Class]++;
                nearest[cue.Class] = Math.Max(nearest[cue.Class], pair.Overlaps[at] * MathF.Exp(-Distance(pair, sentence, cue) / Reach));
            }
        }

        foreach (var value in nearest)
            features.Add(value);
        foreach (var value in own)
            features.Add(MathF.Log(1 + value));
    }

    private static int Distance(StancePair pair, StanceSentence sentence, StanceCue cue)
    {
        var distance = 1;
        while (cue.Start - distance >= sentence.Start || cue.End - 1 + distance < sentence.End)
        {
            if ((cue.Start - distance >= sentence.Start && pair.Matches[cue.Start - distance].IsSame)
                || (cue.End - 1 + distance < sentence.End && pair.Matches[cue.End - 1 + distance].IsSame))
            {
                return distance;
            }

            distance++;
        }

        return 2 * distance;
    }

    /// <summary>What a headline begins and ends with.</summary>
    private static void AddEnds(StanceText text, List<float> features)
    {
        const int EndTokens = 3;
        Span<float> first = stackalloc float[StanceLexicon.Classes];
        Span<float> last = stackalloc float[StanceLexicon.Classes];
        foreach (var cue in text.Cues)
        {
            if (cue.Start < EndTokens)
                first[cue.Class] = 1;
            if (cue.End > text.Tokens.Count - EndTokens)
                last[cue.Class] = 1;
        }

        foreach (var value in first)
            features.Add(value);
        foreach (var value in last)
            features.Add(value);
    }

    private static void AddRates(StanceText text, List<float> features)
    {
        Span<float> counts = stackalloc float[StanceLexicon.Classes];
        foreach (var cue in text.Cues)
            counts[cue.Class]++;
        foreach (var count in counts)
            features.Add(100 * count / Math.Max(text.Tokens.Count, 20));
    }

    /// <summary>How early each class first stands: 1 in the first sentence, a half in the second.</summary>
    private static void AddFirsts(StanceText text, List<float> features)
    {
        Span<float> firsts = stackalloc float[StanceLexicon.Classes];
        for (var sentence = 0; sentence < text.Sentences.Count; sentence++)
        {
            for (var cue = text.Sentences[sentence].FirstCue; cue < text.Sentences[sentence].EndCue; cue++)
            {
                var kind = text.Cues[cue].Class;
                firsts[kind] = Math.Max(firsts[kind], 1f / (1 + sentence));
            }
        }

        foreach (var value in firsts)
            features.Add(value);
    }
}
