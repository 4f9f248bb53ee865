namespace BriefingBot;

/// <summary>What scripts may rely on.</summary>
internal static class ExitStatus
{
    public const int Done = 0;

    /// <summary>A run that failed its own gate.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage or input; one line on standard error says what, where and what to do.</summary>
    public const int BadInput = 2;
}

/// <summary>An input file that cannot be used; the message is one line.</summary>
internal sealed class InputException(string message) : Exception(message);
