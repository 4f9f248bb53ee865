namespace BriefingBot.Channels.Access;

/// <summary>Access rules let this caller read nothing; the message is one line that may be shown to it.</summary>
public sealed class AccessException : Exception
{
    private const string Denied = "You may not read any article here; ask whoever runs this bot for access.";

    public AccessException()
        : base(Denied)
    {
    }

    public AccessException(string message)
        : base(message)
    {
    }

    public AccessException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
