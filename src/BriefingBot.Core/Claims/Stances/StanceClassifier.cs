using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>A stance and the words of the text that show it, in their order.</summary>
public sealed record ClassifiedStance(Stance Stance, IReadOnlyList<TextSpan> Cues);

/// <summary>Reads the stance of a text, a sentence or a whole article, toward a claim. Thread-safe.</summary>
/// <remarks>
/// Learned: logistic regression, boosted trees and small networks over features of wording and of overlap. It knows no topic.
/// </remarks>
public static class StanceClassifier
{
    private const int MostCues = 6;

    public static ClassifiedStance Classify(string claim, string text)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(text);
        var theClaim = new StanceClaim(claim);
        var theText = new StanceText(text);
        var stance = StanceModel.Default.Decide(theClaim, theText);
        return new ClassifiedStance(stance, stance == Stance.Unrelated ? [] : Cues(new StancePair(theClaim, theText, StanceModel.Default.Articles.Rarity), stance));
    }

    /// <summary>The cues of the stance near what matches the claim, else in the lead; else the sentence that matches best.</summary>
    private static List<TextSpan> Cues(StancePair pair, Stance stance)
    {
        var sentences = Enumerable.Range(0, pair.Text.Sentences.Count);
        var near = CuesIn(pair.Text, sentences.Where(pair.IsNear), stance);
        if (near.Count > 0)
            return near;

        var first = CuesIn(pair.Text, sentences, stance);
        return first.Count > 0 ? first : [pair.Text.Sentences[pair.Best].Span];
    }

    private static List<TextSpan> CuesIn(StanceText text, IEnumerable<int> sentences, Stance stance) =>
    [
        .. sentences.SelectMany(at => text.Cues[text.Sentences[at].FirstCue..text.Sentences[at].EndCue])
            .Where(cue => StanceLexicon.StanceOf(cue.Class) == stance)
            .Select(cue => text.Tokens[cue.Start].Span.Union(text.Tokens[cue.End - 1].Span))
            .Distinct().Take(MostCues),
    ];
}
