using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Channels.Admissions;

/// <summary>The section <c>Web</c>.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Whether anybody who reaches the server may use the web page without a key; else only from the server's own machine.</summary>
    public bool Public { get; init; }

    /// <summary>Where readers reach this server, for links in what other programs show, such as <c>https://briefing.example</c>; null for the host that the request named.</summary>
    [Url]
    public string? PublicUrl { get; init; }
}
