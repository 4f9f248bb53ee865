namespace BriefingBot.Claims;

/// <summary>How much of the claim a text speaks of.</summary>
internal static class RelatednessFeatures
{
    private const int LeadSentences = 3;

    // Content words of the claim that stand so close in the text count as a pair.
    private const int PairReach = 3;

    public static void Add(StancePair pair, List<float> features)
    {
        var text = pair.Text;
        var all = Math.Max(pair.ContentRarity.Sum(), 1e-3f);
        var covered = pair.Covered(0, text.Tokens.Count);
        var lead = text.Sentences.Count == 0 ? 0 : text.Sentences[Math.Min(LeadSentences, text.Sentences.Count) - 1].End;
        var second = pair.Overlaps.Length < 2 ? 0 : pair.Overlaps.OrderDescending().ElementAt(1);
        features.Add(Cosine(pair));
        features.Add(covered);
        features.Add(covered / all);
        features.Add(pair.Covered(0, lead) / all);
        features.Add(pair.Best < 0 ? 0 : pair.Overlaps[pair.Best]);
        features.Add(pair.Best < 0 ? 0 : pair.Overlaps[pair.Best] * all);
        features.Add(second);
        features.Add(pair.Overlaps.Length == 0 ? 0 : pair.Overlaps.Average());
        AddWords(pair, features);
        features.Add(Pairs(pair));
        features.Add(MathF.Log(1 + pair.ContentRarity.Length));
        features.Add(all);
        features.Add(MathF.Log(1 + text.Tokens.Count));
    }

    private static float Cosine(StancePair pair)
    {
        var claim = pair.Claim.Text.Counts;
        var text = pair.Text.Counts;
        var dot = 0f;
        foreach (var (bucket, count) in claim)
        {
            if (text.TryGetValue(bucket, out var other))
                dot += Weight(pair.Rarity, bucket, count) * Weight(pair.Rarity, bucket, other);
        }

        return dot / MathF.Sqrt(Math.Max(SquaredLength(pair.Rarity, claim) * SquaredLength(pair.Rarity, text), 1e-6f));
    }

    private static float SquaredLength(TermRarity rarity, Dictionary<int, int> counts)
    {
        var sum = 0f;
        foreach (var (bucket, count) in counts)
        {
            var weight = Weight(rarity, bucket, count);
            sum += weight * weight;
        }

        return sum;
    }

    private static float Weight(TermRarity rarity, int bucket, int count) => (1 + MathF.Log(count)) * rarity.Of(bucket);

    private static void AddWords(StancePair pair, List<float> features)
    {
        var content = pair.Claim.Content;
        var held = new MatchKind[content.Count];
        foreach (var match in pair.Matches)
        {
            if (match.IsSame && (held[match.Index] == MatchKind.None || match.Kind == MatchKind.Exact))
                held[match.Index] = match.Kind;
        }

        float names = 0, namesHeld = 0, numbers = 0, numbersHeld = 0, exact = 0, alike = 0, rarest = 0;
        for (var i = 0; i < held.Length; i++)
        {
            var has = held[i] != MatchKind.None;
            exact += held[i] == MatchKind.Exact ? 1 : 0;
            alike += has && held[i] != MatchKind.Exact ? 1 : 0;
            rarest = has ? Math.Max(rarest, pair.ContentRarity[i]) : rarest;
            var kind = pair.Claim.Text.Kinds[content[i]];
            names += kind == TokenKind.Capitalised ? 1 : 0;
            namesHeld += kind == TokenKind.Capitalised && has ? 1 : 0;
            numbers += kind == TokenKind.Number ? 1 : 0;
            numbersHeld += kind == TokenKind.Number && has ? 1 : 0;
        }

        features.Add(exact);
        features.Add(exact / Math.Max(held.Length, 1));
        features.Add((exact + alike) / Math.Max(held.Length, 1));
        features.Add(alike);
        features.Add(rarest);
        features.Add(namesHeld);
        features.Add(namesHeld / Math.Max(names, 1));
        features.Add(numbers);
        features.Add(numbers - numbersHeld);
    }

    private static float Pairs(StancePair pair)
    {
        var pairs = new HashSet<int>();
        for (var i = 0; i < pair.Matches.Length; i++)
        {
            if (!pair.Matches[i].IsSame)
                continue;

            for (var j = i + 1; j < Math.Min(i + 1 + PairReach, pair.Matches.Length); j++)
            {
                if (pair.Matches[j].IsSame && pair.Matches[j].Index == pair.Matches[i].Index + 1)
                    pairs.Add(pair.Matches[i].Index);
            }
        }

        return pairs.Count;
    }
}
