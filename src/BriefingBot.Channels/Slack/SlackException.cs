namespace BriefingBot.Channels.Slack;

/// <summary>Slack refused a call, or could not be reached; the message is one line without any secret.</summary>
/// <param name="method">Of the Web API.</param>
/// <param name="error">Slack's word for it.</param>
/// <param name="remedy">What to do; null where Slack's word is all there is.</param>
internal sealed class SlackException(string method, string error, string? remedy = null)
    : Exception($"Slack's {method} failed: {error}{((remedy ?? RemedyOf(error)) is { } todo ? $"; {todo}" : "")}")
{
    /// <summary>Whether the workspace does not have the method at all.</summary>
    public bool IsForGood { get; } = error is "unknown_method" or "method_deprecated" or "feature_not_enabled" or "not_allowed_token_type" or "access_denied";

    private static string? RemedyOf(string error) => error switch
    {
        "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired" or "not_allowed_token_type" =>
            "set the token of that workspace anew, from the app's page at api.slack.com/apps",
        "missing_scope" => "install the app anew with the scopes that briefingbot slack-manifest prints",
        "not_in_channel" or "channel_not_found" => "invite the bot to that channel",
        _ => null,
    };
}
