namespace BriefingBot.Claims;

/// <summary>How likely each stance is, given that the text is related; and how likely that it is not.</summary>
internal readonly record struct StanceVote(float Supports, float Refutes, float Uncommitted, float Unrelated)
{
    public static StanceVote Of(ReadOnlySpan<float> related, float unrelated) => new(related[0], related[1], related[2], unrelated);

    /// <param name="refutesWeight">Refuting is rare, so its errors would be drowned by the others'.</param>
    /// <param name="leastUnrelated">The likelihood from which a text is unrelated.</param>
    public Stance Decide(float refutesWeight, float leastUnrelated)
    {
        if (Unrelated >= leastUnrelated)
            return Stance.Unrelated;
        var refutes = Refutes * refutesWeight;
        return Supports >= refutes && Supports >= Uncommitted ? Stance.Supports
            : refutes >= Uncommitted ? Stance.Refutes
            : Stance.Uncommitted;
    }
}
