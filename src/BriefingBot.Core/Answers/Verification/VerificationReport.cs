namespace BriefingBot.Answers.Verification;

/// <summary>What became of the sentences that a draft had.</summary>
/// <param name="Kept">Shown as written, repaired ones not counted.</param>
/// <param name="Repaired">Shown with the article's own words in place of what was not right.</param>
/// <param name="Dropped">Not shown.</param>
/// <param name="Reasons">Why sentences were repaired or dropped, each once, in fixed words.</param>
public sealed record VerificationReport(int Kept, int Repaired, int Dropped, IReadOnlyList<string> Reasons)
{
    /// <summary>Of an answer in the articles' own words: each a span of an article.</summary>
    internal static VerificationReport OfQuotes(int quotes) => new(quotes, 0, 0, []);
}
