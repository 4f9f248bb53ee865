namespace BriefingBot.Answers.Drafts;

/// <summary>How a model failed to answer.</summary>
public enum ModelFailure
{
    /// <summary>Too many requests, or overloaded: later it may work.</summary>
    Busy,

    /// <summary>It cannot be reached, failed inside, or closed the connection.</summary>
    Unavailable,

    /// <summary>It sent nothing for too long.</summary>
    TimedOut,

    /// <summary>The key or token is wrong, or may not use the model.</summary>
    Denied,

    /// <summary>The request is not one that it takes: no such model, no such option.</summary>
    Rejected,

    /// <summary>It will not answer.</summary>
    Declined,

    /// <summary>What it wrote is no draft: empty, endless or not JSON.</summary>
    Broken,
}

/// <summary>A model call that failed. An <c>IChatClient</c> throws it where it can tell how; the message is one line without any secret.</summary>
public sealed class ModelException : Exception
{
    public ModelException()
    {
    }

    public ModelException(string message)
        : base(message)
    {
    }

    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ModelException(ModelFailure failure, string message, TimeSpan? retryAfter = null)
        : base(message)
    {
        Failure = failure;
        RetryAfter = retryAfter;
    }

    public ModelFailure Failure { get; } = ModelFailure.Unavailable;

    /// <summary>How long the server asks to wait; null if it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether the same request may work later.</summary>
    internal bool IsTransient => Failure is ModelFailure.Busy or ModelFailure.Unavailable or ModelFailure.TimedOut or ModelFailure.Broken;
}
