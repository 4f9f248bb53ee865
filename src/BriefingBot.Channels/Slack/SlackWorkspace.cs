namespace BriefingBot.Channels.Slack;

/// <summary>A workspace that the bot is installed in, with its secrets.</summary>
/// <param name="team">Its id as configured; null where Slack is to tell it.</param>
internal sealed class SlackWorkspace(string? team, SlackSecrets secrets)
{
    private volatile SlackIdentity? _identity;

    /// <summary>False once Slack has refused to stream there.</summary>
    public bool CanStream { get; set; } = true;

    /// <summary>Names it in a log.</summary>
    public string Name => team ?? _identity?.Team ?? "the workspace";

    public string BotToken => secrets.BotToken!;

    public string? SigningSecret => string.IsNullOrWhiteSpace(secrets.SigningSecret) ? null : secrets.SigningSecret;

    public string? AppToken => string.IsNullOrWhiteSpace(secrets.AppToken) ? null : secrets.AppToken;

    /// <summary>The id where it is known without asking Slack.</summary>
    public string? Team => team ?? _identity?.Team;

    /// <summary>Who the bot is there; asked of Slack when it is first needed.</summary>
    /// <exception cref="SlackException">Slack does not say, or the token is of another workspace.</exception>
    public async Task<SlackIdentity> IdentityAsync(SlackClient client, CancellationToken cancellation) => _identity ??= await AskAsync(client, cancellation);

    private async Task<SlackIdentity> AskAsync(SlackClient client, CancellationToken cancellation)
    {
        var answer = await client.CallAsync(this, "auth.test", [], cancellation);
        var identity = new SlackIdentity(answer.Text("team_id") ?? "", answer.Text("user_id") ?? "");
        return team is null || team == identity.Team
            ? identity
            : throw new SlackException("auth.test", "the token is of another workspace", $"set the BotToken of {SlackOptions.Section}:Workspaces:{team} to the one of that workspace");
    }
}

/// <param name="Team">The workspace's id.</param>
/// <param name="BotUser">The bot's user id there.</param>
internal sealed record SlackIdentity(string Team, string BotUser);
