namespace BriefingBot.Articles;

/// <summary>A file that cannot be read as an article; the message is one line that says what is wrong and what to do.</summary>
public sealed class ArticleFormatException : Exception
{
    public ArticleFormatException()
    {
    }

    public ArticleFormatException(string message)
        : base(message)
    {
    }

    public ArticleFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
