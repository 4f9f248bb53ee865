namespace BriefingBot.Channels.Keys;

/// <summary>A key that cannot be made or removed; the message is one line that says what, where and what to do.</summary>
public sealed class KeyException : Exception
{
    public KeyException()
    {
    }

    public KeyException(string message)
        : base(message)
    {
    }

    public KeyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
