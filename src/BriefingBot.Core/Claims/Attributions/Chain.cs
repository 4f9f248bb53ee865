namespace BriefingBot.Claims;

/// <summary>A sequence of tokens with their features: a paragraph in which cues are looked for, or one cue's surroundings.</summary>
internal abstract class Chain
{
    public abstract int Length { get; }

    /// <summary>The labels that a token may have, as bits.</summary>
    public virtual byte Allowed(int token) => byte.MaxValue;

    /// <summary>Adds the features of a token and those of the step to it from the token before.</summary>
    public abstract void Describe(int token, FeatureList features, FeatureList steps);
}
