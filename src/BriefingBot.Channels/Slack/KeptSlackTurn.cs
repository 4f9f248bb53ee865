using System.Text.Json;

namespace BriefingBot.Channels.Slack;

/// <summary>A turn as the journal keeps it: all of it but the workspace's secrets.</summary>
/// <param name="ResponseUrl">Whoever has it may answer: it is for no log.</param>
internal sealed record KeptSlackTurn(SlackPlace Place, string Channel, string User, string Text, string? Thread, string? ResponseUrl, bool IsAddressed, bool HasFiles, IReadOnlyList<string>? Teams)
{
    public static KeptSlackTurn Of(SlackTurn turn) => new(turn.Place, turn.Channel, turn.User, turn.Text, turn.Thread, turn.ResponseUrl, turn.IsAddressed, turn.HasFiles, turn.Teams);

    public static KeptSlackTurn Read(string json) => JsonSerializer.Deserialize<KeptSlackTurn>(json, JsonSerializerOptions.Web)!;

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public SlackTurn In(SlackWorkspace workspace) => new(workspace, Place, Channel, User, Text) { Teams = Teams ?? [], Thread = Thread, ResponseUrl = ResponseUrl, IsAddressed = IsAddressed, HasFiles = HasFiles };
}
