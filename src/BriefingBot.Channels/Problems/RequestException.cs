namespace BriefingBot.Channels.Problems;

/// <summary>A request that cannot be served as it is; the message is one line that says what, where and what to do.</summary>
internal sealed class RequestException(string message) : Exception(message);

/// <summary>A request for something that is not there, or not for who asks; the message is one line that says what, where and what to do.</summary>
internal sealed class NotFoundException(string message) : Exception(message);
