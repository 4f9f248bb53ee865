namespace BriefingBot.Answers;

/// <summary>A question that cannot be asked; the message is one line that says what is wrong and what to do.</summary>
public sealed class QuestionException : Exception
{
    public QuestionException()
    {
    }

    public QuestionException(string message)
        : base(message)
    {
    }

    public QuestionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
