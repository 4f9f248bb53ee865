namespace BriefingBot.Evaluation;

/// <summary>A suite or a report that cannot be used; the message is one line: file, line, field, remedy.</summary>
public sealed class SuiteException : Exception
{
    public SuiteException()
    {
    }

    public SuiteException(string message)
        : base(message)
    {
    }

    public SuiteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
