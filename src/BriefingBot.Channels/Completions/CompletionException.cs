using Microsoft.AspNetCore.Http;

namespace BriefingBot.Channels.Completions;

/// <summary>A request that cannot be served as it is; the message is one line that says what, where and what to do.</summary>
/// <param name="message">One line.</param>
/// <param name="parameter">The field that is wrong, as in <c>messages[2].content</c>.</param>
internal sealed class CompletionException(string message, string? parameter) : Exception(message)
{
    public string? Parameter { get; } = parameter;

    public int Status { get; init; } = StatusCodes.Status400BadRequest;

    /// <summary>A word for programs; null for none.</summary>
    public string? Code { get; init; }
}
