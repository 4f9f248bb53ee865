namespace BriefingBot.Claims;

/// <summary>How a sentence tells what a claim says.</summary>
internal enum Telling
{
    /// <summary>It does not: of other parties, or of something else.</summary>
    Not,

    /// <summary>As something that may be, or is wanted, or would be.</summary>
    Possibly,

    /// <summary>As something that is not so.</summary>
    Negated,

    /// <summary>As something that is so.</summary>
    Plainly,
}
