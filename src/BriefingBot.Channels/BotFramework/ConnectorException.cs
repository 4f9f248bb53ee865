using BriefingBot.Channels.BotFramework.Views;

namespace BriefingBot.Channels.BotFramework;

/// <summary>A channel does not take an activity, or gives no token.</summary>
internal sealed class ConnectorException(string message, int? status = null, string? code = null) : Exception(message)
{
    private const int MostReasonChars = 200;

    /// <summary>Of HTTP; null where there was no response.</summary>
    public int? Status { get; } = status;

    /// <summary>The channel's own word for it.</summary>
    public string? Code { get; } = code;

    /// <summary>Of what a channel answers.</summary>
    public static ConnectorException Refused(int? status, string? code, string? reason) =>
        new($"the channel does not take it: {status} {code} {AnswerText.Short(reason ?? "", MostReasonChars)}".TrimEnd(), status, code);
}
