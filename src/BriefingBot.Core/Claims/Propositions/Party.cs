using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Whoever does what a claim says, or whom it is done to.</summary>
/// <param name="Name">Null for a thing: "the lock".</param>
/// <param name="Bits">The claim's terms that name it; none where the claim names nobody.</param>
internal sealed record Party(QuestionName? Name, ulong Bits)
{
    public static readonly Party None = new(null, 0);

    public bool IsNone => Bits == 0;
}
