using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Those who do something in a claim, or have it done to them.</summary>
/// <param name="Bits">The claim's terms that name them.</param>
/// <param name="Names">The names among them.</param>
/// <param name="First">The name they begin with; null if they begin with other words.</param>
internal sealed record Party(ulong Bits, IReadOnlyList<QuestionName> Names, QuestionName? First)
{
    public static readonly Party None = new(0, [], null);
}
