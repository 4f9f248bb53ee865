using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Channels.Problems;

/// <summary>What is wrong with a request that could not be read, in one line: what, where, what to do.</summary>
internal static partial class RequestFault
{
    public static string Of(BadHttpRequestException bad) => bad switch
    {
        { InnerException: JsonException json } => OfJson(json),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => "the body is not said to be JSON; send the header Content-Type: application/json",
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => "the body is too large; send less",
        _ when Unbound().Match(bad.Message) is { Success: true } unbound => OfParameter(unbound),
        _ when bad.Message.Contains("no body was provided", StringComparison.Ordinal) || bad.Message.Contains("was not provided from body", StringComparison.Ordinal) => "the body is empty; send a JSON object",
        _ => bad.Message,
    };

    private static string OfJson(JsonException json)
    {
        var place = $"line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}";
        return Unconverted().Match(json.Message) is { Success: true } unconverted
            ? $"{Field(json.Path)}: {Kind($"{unconverted.Groups[1].Value} {json.InnerException?.Message} {json.Path}")} ({place})"
            : $"the body is no JSON ({place}); send an object such as {{\"question\": \"...\"}}";
    }

    private static string OfParameter(Match unbound)
    {
        var name = unbound.Groups[2].Value;
        return $"{char.ToLowerInvariant(name[0])}{name[1..]}: {Kind(unbound.Groups[1].Value)}";
    }

    private static string Field(string? path) => path is null or "$" ? "the body" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    /// <param name="type">The framework's name of it, what it says of the value, and where it stands.</param>
    private static string Kind(string type) =>
        type.Contains("List", StringComparison.Ordinal) || type.Contains("[]", StringComparison.Ordinal) ? "is no list of texts; write [\"...\"]"
        : type.Contains("DateOnly", StringComparison.Ordinal) ? "is no day; write it as 2024-07-31"
        : type.Contains("Int32", StringComparison.Ordinal) || type.Contains("int", StringComparison.Ordinal) ? "is no whole number; write digits alone"
        : type.Contains("String", StringComparison.Ordinal) || type.Contains("as a string", StringComparison.Ordinal) ? "is no text; put it in quotation marks"
        : type.EndsWith("$.rating", StringComparison.Ordinal) ? "is no rating; write \"up\" or \"down\""
        : "is not of the kind that belongs there; /openapi/v1.json says what does";

    // The framework's own words; of other ones the line is theirs.
    [GeneratedRegex("""^Failed to bind parameter "(\S+) (\S+)" from ".*"\.$""", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Unbound();

    [GeneratedRegex(@"^The JSON value could not be converted to (.+?)\. Path:", RegexOptions.NonBacktracking)]
    private static partial Regex Unconverted();
}
