using Microsoft.AspNetCore.Http;

namespace BriefingBot.Channels.Completions;

/// <summary>What a front end may choose between.</summary>
internal static class CompletionModels
{
    /// <summary>Answers questions.</summary>
    public const string Ask = "briefingbot";

    /// <summary>Tells the status of claims.</summary>
    public const string Check = "briefingbot-check";

    // Clients want a time; there is none to tell.
    public const long Created = 0;

    public static IReadOnlyList<string> All { get; } = [Ask, Check];

    /// <exception cref="CompletionException">There is no such model.</exception>
    public static string Known(string? model) => All.FirstOrDefault(known => known.Equals(model, StringComparison.OrdinalIgnoreCase))
        ?? throw new CompletionException($"model: there is no \"{model}\" here; choose {string.Join(" or ", All)}", "model") { Status = StatusCodes.Status404NotFound, Code = "model_not_found" };
}
