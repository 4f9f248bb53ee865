using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.Channels.Tests.Slack;

/// <summary>What Slack documents that a message may be.</summary>
internal static partial class SlackLimits
{
    private static readonly string[] Known = ["section", "context", "header", "divider", "markdown", "actions", "context_actions"];

    /// <param name="text">What stands above the blocks, or in the notification.</param>
    public static IEnumerable<string> Faults(string text, JsonArray blocks)
    {
        if (blocks.Count > 50)
            yield return $"{blocks.Count} blocks";
        if (text.Length + Strings(blocks).Sum(part => part.Length) is > 13_200 and var chars)
            yield return $"a message of {chars} characters";
        if (!IsMrkdwn(text.Replace(@"\", "", StringComparison.Ordinal)))
            yield return $"not escaped: {text}";
        foreach (var fault in blocks.SelectMany(block => Faults(block!.AsObject())))
            yield return fault;
    }

    /// <summary>The texts of the blocks, of buttons too, in order.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Texts),
        JsonObject part => part["text"] is JsonValue text ? [text.GetValue<string>()] : part.SelectMany(field => Texts(field.Value)),
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Strings),
        JsonObject part => part.SelectMany(field => Strings(field.Value)),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static IEnumerable<string> Faults(JsonObject block)
    {
        var type = block["type"]!.GetValue<string>();
        var elements = block["elements"]?.AsArray() ?? [];
        if (!Known.Contains(type))
            yield return $"a block of type {type}";
        if (elements.Count > type switch { "context" => 10, "context_actions" => 5, "actions" => 25, _ => 0 } || (elements.Count == 0 && type is "context" or "actions" or "context_actions"))
            yield return $"{type} with {elements.Count} elements";
        if (type is "section" or "header" && block["text"] is null)
            yield return $"{type} without a text";
        foreach (var fault in Objects(block).SelectMany(part => TextFaults(type, part)))
            yield return fault;
    }

    private static IEnumerable<string> TextFaults(string type, JsonObject part)
    {
        var kind = part["type"]?.GetValue<string>();
        var text = part["text"] is JsonValue value ? value.GetValue<string>() : null;
        var most = type switch { "header" => 150, "markdown" => 12_000, "actions" or "context_actions" => 75, _ => 3000 };
        if (text is not null && (text.Length == 0 || text.Length > most))
            yield return $"{type} with a text of {text.Length} characters";
        if (kind == "mrkdwn" && (!IsMrkdwn(text!) || part["verbatim"]?.GetValue<bool>() != true))
            yield return $"mrkdwn that is not escaped, or makes links of words: {text}";
        if (part["value"] is JsonValue given && given.GetValue<string>().Length is 0 or > 2000)
            yield return $"{type} with a value that is too long, or empty";
        if (part["action_id"] is JsonValue action && action.GetValue<string>().Length is 0 or > 255)
            yield return $"{type} with a wrong action_id";
        if (part.ContainsKey("image_url") || part.ContainsKey("url"))
            yield return $"{type} with an image, or a link outside the text";
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Objects),
        JsonObject part => part.SelectMany(field => Objects(field.Value)).Prepend(part),
        _ => [],
    };

    // Nothing but text, marks of quotes and links to http or https.
    private static bool IsMrkdwn(string text) => Mrkdwn().IsMatch(text);

    [GeneratedRegex(@"\A(> )?(\n(> )?|[^<>&\n]|&(amp|lt|gt);|<https?://[^<>|\s]+\|[^<>|]+>)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mrkdwn();
}
