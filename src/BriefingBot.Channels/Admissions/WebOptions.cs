namespace BriefingBot.Channels.Admissions;

/// <summary>The section <c>Web</c>.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Whether anybody who reaches the server may use the web page without a key; else only from the server's own machine.</summary>
    public bool Public { get; init; }
}
