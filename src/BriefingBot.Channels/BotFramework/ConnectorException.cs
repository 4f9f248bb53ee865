namespace BriefingBot.Channels.BotFramework;

/// <summary>A channel does not take an activity, or gives no token.</summary>
internal sealed class ConnectorException(string message, int? status = null, string? code = null) : Exception(message)
{
    /// <summary>Of HTTP; null where there was no response.</summary>
    public int? Status { get; } = status;

    /// <summary>The channel's own word for it.</summary>
    public string? Code { get; } = code;
}
