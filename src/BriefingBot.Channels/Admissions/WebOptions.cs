using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Channels.Admissions;

/// <summary>The section <c>Web</c>.</summary>
public sealed class WebOptions : IValidatableObject
{
    public const string Section = "Web";

    /// <summary>Whether anybody who reaches the server may use the web page without a key; else only from the server's own machine.</summary>
    public bool Public { get; init; }

    /// <summary>Where readers reach this server, for links in what other programs show, such as <c>https://briefing.example</c>; null for the host that the request named.</summary>
    [Url(ErrorMessage = "Web:PublicUrl: write a whole address such as https://briefing.example")]
    public string? PublicUrl { get; init; }

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of the proxies before this server: what they say of a request's address, scheme and host is believed.</summary>
    public IList<string> Proxies { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Proxies.Where(proxy => !TrustedProxies.TryRead(proxy, out _)).Select(proxy => new ValidationResult($"{Section}:Proxies: \"{proxy}\" is no address or network; write one such as 10.0.0.5 or 10.0.0.0/8"));
}
