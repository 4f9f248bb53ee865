using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Channels.DirectLine;

/// <summary>Section <c>DirectLine</c>: the bot for clients of Bot Framework, such as Web Chat, under <c>/v3/directline</c>. Off without it.</summary>
internal sealed class DirectLineOptions : IValidatableObject
{
    public const string Section = "DirectLine";

    private const int LeastSecretChars = 24;

    /// <summary>Serve it to pages from here and to clients on this machine, too.</summary>
    public bool Enabled { get; set; }

    /// <summary>The sites whose pages anybody may chat from, as browsers name them: <c>https://www.example.com</c>.</summary>
    public IList<string> Origins { get; } = [];

    /// <summary>With it, a server of yours gets tokens for its users; never shown or logged.</summary>
    public string? Secret { get; set; }

    /// <summary>How long a token holds; clients ask for a new one in time. Minutes.</summary>
    [Range(2, 24 * 60)]
    public int TokenMinutes { get; set; } = 30;

    public bool IsOn => Enabled || Origins.Count > 0 || !string.IsNullOrEmpty(Secret);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Secret is { Length: > 0 and < LeastSecretChars })
            yield return new ValidationResult($"{Section}:Secret: it is too short to be safe; give {LeastSecretChars} random characters or more");
        foreach (var origin in Origins.Where(origin => !IsOrigin(origin)))
            yield return new ValidationResult($"{Section}:Origins: \"{origin}\" is no origin; write scheme, host and port only, such as https://www.example.com");
    }

    private static bool IsOrigin(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var origin) && (origin.Scheme == Uri.UriSchemeHttps || origin.Scheme == Uri.UriSchemeHttp)
        && origin.GetLeftPart(UriPartial.Authority).Equals(written, StringComparison.Ordinal);
}
