using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Slack;

/// <summary>The workspaces of the configuration; what comes from any other is refused.</summary>
internal sealed class SlackWorkspaces
{
    private readonly SlackClient _client;

    public SlackWorkspaces(IOptions<SlackOptions> options, SlackClient client)
    {
        _client = client;
        IEnumerable<SlackWorkspace> single = options.Value.IsEmpty ? [] : [new SlackWorkspace(null, options.Value)];
        All = [.. options.Value.Workspaces.Select(workspace => new SlackWorkspace(workspace.Key, workspace.Value)), .. single];
    }

    public IReadOnlyList<SlackWorkspace> All { get; }

    /// <summary>Which of them a place is of: the workspace's own, else its organization's.</summary>
    /// <param name="place">As a verified message names it.</param>
    /// <param name="among">Those the message may come from: that its signature, or its connection, is of.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <returns>Null for none.</returns>
    /// <exception cref="SlackException">Slack does not say which workspace a token is of.</exception>
    public async Task<SlackWorkspace?> OfAsync(SlackPlace place, IReadOnlyList<SlackWorkspace> among, CancellationToken cancellation)
    {
        if (place is { Team: null, Organization: null })
            return null;
        if ((among.FirstOrDefault(workspace => workspace.Team is { } team && team == place.Team) ?? among.FirstOrDefault(workspace => workspace.Holds(place))) is { } known)
            return known;
        return among.FirstOrDefault(workspace => workspace.Team is null) is { } unnamed && (await unnamed.IdentityAsync(_client, cancellation)).Holds(place) ? unnamed : null;
    }
}
