using System.Text.Json;
using BriefingBot.Answers;

namespace BriefingBot.Channels.Slack;

/// <summary>A turn as the journal keeps it: all of it but the workspace's secrets.</summary>
/// <param name="ResponseUrl">Whoever has it may answer: it is for no log.</param>
internal sealed record KeptSlackTurn(string Team, string Channel, string User, string Text, string? Thread, string? ResponseUrl, bool IsAddressed)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { Encoder = AnswerJson.Compact.Encoder };

    public static string Write(SlackTurn turn) =>
        JsonSerializer.Serialize(new KeptSlackTurn(turn.Team, turn.Channel, turn.User, turn.Text, turn.Thread, turn.ResponseUrl, turn.IsAddressed), Shape);

    public static KeptSlackTurn Read(string json) => JsonSerializer.Deserialize<KeptSlackTurn>(json, Shape)!;

    public SlackTurn In(SlackWorkspace workspace) => new(workspace, Team, Channel, User, Text) { Thread = Thread, ResponseUrl = ResponseUrl, IsAddressed = IsAddressed };
}
