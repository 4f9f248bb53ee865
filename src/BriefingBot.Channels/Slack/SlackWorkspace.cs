using System.Text.Json;

namespace BriefingBot.Channels.Slack;

/// <summary>A workspace that the bot is installed in, or an organization of workspaces, with its secrets. Thread-safe.</summary>
/// <param name="team">Its id as configured; null where Slack is to tell it.</param>
internal sealed class SlackWorkspace(string? team, SlackSecrets secrets)
{
    // Slack wants an answer within three seconds, and sends again what got none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task<SlackIdentity>? _asking;

    /// <summary>False once Slack has refused to stream there.</summary>
    public bool CanStream { get; set; } = true;

    /// <summary>Names it in a log.</summary>
    public string Name => Team ?? "the workspace";

    public string BotToken => secrets.BotToken!;

    public string? SigningSecret => string.IsNullOrWhiteSpace(secrets.SigningSecret) ? null : secrets.SigningSecret;

    public string? AppToken => string.IsNullOrWhiteSpace(secrets.AppToken) ? null : secrets.AppToken;

    /// <summary>The id where it is known without asking Slack.</summary>
    public string? Team => team ?? Known?.Team;

    private SlackIdentity? Known => _asking is { IsCompletedSuccessfully: true } asked ? asked.Result : null;

    /// <summary>Whether a place is one of its own, as far as that is known without asking Slack.</summary>
    public bool Holds(SlackPlace place) => team is null ? Known?.Holds(place) == true : team == place.Team || team == place.Organization;

    /// <summary>Who the bot is there; asked of Slack when it is first needed.</summary>
    /// <exception cref="SlackException">Slack does not say, or the token is of another workspace.</exception>
    public async Task<SlackIdentity> IdentityAsync(SlackClient client, CancellationToken cancellation)
    {
        try
        {
            return await Asking(client).WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException)
        {
            throw new SlackException("auth.test", "no answer in time");
        }
    }

    // One asks, and goes on asking, whoever else waits for it and however long.
    private Task<SlackIdentity> Asking(SlackClient client)
    {
        lock (_lock)
        {
            if (_asking is null or { IsFaulted: true } or { IsCanceled: true })
                _asking = AskAsync(client);
            return _asking;
        }
    }

    private async Task<SlackIdentity> AskAsync(SlackClient client)
    {
        var answer = await client.CallAsync(this, "auth.test", [], CancellationToken.None);
        var organization = answer.Field("is_enterprise_install").ValueKind == JsonValueKind.True ? answer.Text("enterprise_id") : null;
        var identity = new SlackIdentity(answer.Text("team_id") ?? "", answer.Text("user_id") ?? "", organization);
        return team is null || team == identity.Team || team == identity.Organization
            ? identity
            : throw new SlackException("auth.test", "the token is of another workspace", $"set the BotToken of {SlackOptions.Section}:Workspaces:{team} to the one of that workspace");
    }
}

/// <param name="Team">The workspace's id.</param>
/// <param name="BotUser">The bot's user id there.</param>
/// <param name="Organization">The organization's id where the bot is installed for all of it, else null.</param>
internal sealed record SlackIdentity(string Team, string BotUser, string? Organization)
{
    public bool Holds(SlackPlace place) => Team == place.Team || (Organization is not null && Organization == place.Organization);

    /// <summary>What somebody of a workspace here is of: the workspace, and the organization that the bot is installed for.</summary>
    public IReadOnlyList<string> Teams(string? team) => Organization is null ? [Team] : [.. ((string[])[team ?? Team, Organization]).Distinct(StringComparer.Ordinal)];

    /// <summary>The same place as far as it is verified: what is installed for an organization is told the workspace by each message.</summary>
    public SlackPlace Verified(SlackPlace place) => Organization is null ? new(Team, null) : new(place.Team ?? Team, Organization);
}
