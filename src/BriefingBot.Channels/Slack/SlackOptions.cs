using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Channels.Slack;

/// <summary>The section <c>Slack</c>: one workspace, or several by their team ids. With none, Slack has no door here.</summary>
public sealed class SlackOptions : SlackSecrets
{
    public const string Section = "Slack";

    /// <summary>By team id, as in <c>T012AB3C4</c>.</summary>
    public IDictionary<string, SlackSecrets> Workspaces { get; } = new Dictionary<string, SlackSecrets>(StringComparer.Ordinal);

    /// <summary>Where the Web API is; tokens are sent there and nowhere else.</summary>
    public Uri ApiUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>What the addresses begin with to which a slash command or a button may have its answer sent.</summary>
    public Uri ResponseUrl { get; set; } = new("https://hooks.slack.com/");

    /// <summary>An answer that is whole sooner is posted at once; one that takes longer is streamed.</summary>
    [Range(0, 60_000)]
    public int StreamAfterMilliseconds { get; set; } = 800;

    /// <summary>What is wrong, a line each, without a value of it.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!IsSafe(ApiUrl) || !IsSafe(ResponseUrl))
            yield return $"{Section}:ApiUrl and {Section}:ResponseUrl must be https addresses that end with /";
        if (!IsEmpty && Fault is { } fault)
            yield return $"{Section}:{fault}";
        foreach (var (team, secrets) in Workspaces)
        {
            if (secrets.Fault is { } wrong)
                yield return $"{Section}:Workspaces:{team}:{wrong}";
        }
    }

    private static bool IsSafe(Uri address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback) && address.AbsoluteUri.EndsWith('/');
}

/// <summary>What Slack gave for one workspace; never shown or logged.</summary>
public class SlackSecrets
{
    /// <summary>The bot user's token, <c>xoxb-...</c>.</summary>
    public string? BotToken { get; set; }

    /// <summary>What requests are signed with; needed unless Socket Mode is used.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>The app-level token, <c>xapp-...</c>, that turns Socket Mode on.</summary>
    public string? AppToken { get; set; }

    internal bool IsEmpty => BotToken is null && SigningSecret is null && AppToken is null;

    /// <summary>What is wrong, in one line without a value of it; null for nothing.</summary>
    internal string? Fault =>
        string.IsNullOrWhiteSpace(BotToken) ? "BotToken: it is missing; copy the Bot User OAuth Token from OAuth & Permissions"
        : string.IsNullOrWhiteSpace(SigningSecret) && string.IsNullOrWhiteSpace(AppToken) ? "SigningSecret: it is missing; copy it from Basic Information, or set AppToken for Socket Mode"
        : null;
}
