namespace BriefingBot.Articles;

/// <summary>A corpus that cannot be used; the message is one line that says what, where and what to do.</summary>
public sealed class CorpusException : Exception
{
    public CorpusException()
    {
    }

    public CorpusException(string message)
        : base(message)
    {
    }

    public CorpusException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
