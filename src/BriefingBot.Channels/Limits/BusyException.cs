namespace BriefingBot.Channels.Limits;

/// <summary>So many wait for an answer that one more is refused; the message is one line that may be shown to who asks.</summary>
public sealed class BusyException : Exception
{
    private const string Busy = "Too many questions are waiting; ask again in a few seconds.";

    public BusyException()
        : base(Busy)
    {
    }

    public BusyException(string message)
        : base(message)
    {
    }

    public BusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
