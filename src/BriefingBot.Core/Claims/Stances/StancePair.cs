namespace BriefingBot.Claims;

/// <summary>A claim laid beside a text: which words match, and which sentences.</summary>
internal sealed class StancePair
{
    // A sentence that holds so much of what the best one does speaks of the claim too.
    private const float NearShare = 0.6f;

    public StancePair(StanceClaim claim, StanceText text, TermRarity rarity)
    {
        Claim = claim;
        Text = text;
        Rarity = rarity;
        ContentRarity = [.. claim.Content.Select(at => rarity.Of(claim.Text.Tokens[at]))];
        var total = Math.Max(ContentRarity.Sum(), 1e-3f);
        Matches = new StanceMatch[text.Tokens.Count];
        for (var i = 0; i < Matches.Length; i++)
            Matches[i] = claim.Match(text.Tokens[i]);

        Overlaps = [.. text.Sentences.Select(sentence => Covered(sentence.Start, sentence.End) / total)];
        Best = Overlaps.Length == 0 ? -1 : Array.IndexOf(Overlaps, Overlaps.Max());
    }

    public StanceClaim Claim { get; }

    public StanceText Text { get; }

    public TermRarity Rarity { get; }

    /// <summary>One for each content word of the claim.</summary>
    public float[] ContentRarity { get; }

    /// <summary>One for each token of the text.</summary>
    public StanceMatch[] Matches { get; }

    /// <summary>The share of the claim, by rarity, that each sentence holds.</summary>
    public float[] Overlaps { get; }

    /// <summary>The sentence that holds most of the claim; -1 in an empty text.</summary>
    public int Best { get; }

    public bool IsNear(int sentence) => Overlaps[sentence] > 0 && Overlaps[sentence] >= NearShare * Overlaps[Best];

    /// <summary>The rarity of the claim's words that tokens [start, end) hold; words only alike count less.</summary>
    public float Covered(int start, int end)
    {
        Span<float> held = stackalloc float[Math.Min(ContentRarity.Length, 256)];
        for (var i = start; i < end; i++)
        {
            var match = Matches[i];
            if (match.IsSame && match.Index < held.Length)
                held[match.Index] = Math.Max(held[match.Index], match.Kind == MatchKind.Exact ? 1f : 0.7f);
        }

        var sum = 0f;
        for (var i = 0; i < held.Length; i++)
            sum += held[i] * ContentRarity[i];
        return sum;
    }
}
