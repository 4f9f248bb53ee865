namespace BriefingBot.Channels.Bots;

/// <summary>Who asks, as a door has verified it; never what a message says of itself.</summary>
/// <param name="Door">api, web, widget, openai, mcp, teams, slack, directline.</param>
/// <param name="Memberships">What access rules may name, as in <c>tenant:ID</c>, <c>team:ID</c>, <c>channel:ID</c>, <c>workspace:ID</c>, <c>key:NAME</c>.</param>
public sealed record Caller(string Door, params IReadOnlyList<string> Memberships);
