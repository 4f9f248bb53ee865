using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.Channels.Tests.Slack;

/// <summary>What Slack documents that a message may be.</summary>
internal static partial class SlackLimits
{
    private static readonly string[] Known = ["section", "context", "header", "divider", "markdown", "actions", "context_actions", "rich_text"];

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

    /// <summary>The texts of the blocks, of buttons too, in order; a quote begins with <c>&gt;</c>, a link is as in Markdown.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Texts),
        JsonObject part when part["type"]?.GetValue<string>() is "rich_text_section" or "rich_text_quote" =>
            [$"{(part["type"]!.GetValue<string>() == "rich_text_quote" ? "> " : "")}{string.Concat(part["elements"]!.AsArray().Select(run => RunOf(run!)))}"],
        JsonObject part => part["text"] is JsonValue text ? [text.GetValue<string>()] : part.SelectMany(field => Texts(field.Value)),
        _ => [],
    };

    private static string RunOf(JsonNode run) => run["url"] is { } url ? $"[{run["text"]}]({url})" : run["text"]!.GetValue<string>();

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
        if (elements.Count > type switch { "context" => 10, "context_actions" => 5, "actions" => 25, "rich_text" => 1, _ => 0 } || (elements.Count == 0 && type is "context" or "actions" or "context_actions" or "rich_text"))
            yield return $"{type} with {elements.Count} elements";
        if (type is "section" or "header" && block["text"] is null)
            yield return $"{type} without a text";
        foreach (var fault in Objects(block).SelectMany(part => type == "rich_text" ? RichFaults(part) : TextFaults(type, part)))
            yield return fault;
    }

    // Nothing but text and links to http or https.
    private static IEnumerable<string> RichFaults(JsonObject part)
    {
        var type = part["type"]?.GetValue<string>();
        var text = part["text"] is JsonValue value ? value.GetValue<string>() : null;
        if (type is "text" or "link" && text is null or { Length: 0 or > 3000 })
            yield return $"rich_text with a text of {text?.Length} characters";
        if (type is not ("text" or "link" or "rich_text" or "rich_text_section" or "rich_text_quote" or null))
            yield return $"{type} in a rich_text";
        if (part["url"] is { } url && (type != "link" || !(url.GetValue<string>().StartsWith("https://", StringComparison.Ordinal) || url.GetValue<string>().StartsWith("http://", StringComparison.Ordinal))))
            yield return $"a link to {url}";
    }

    private static IEnumerable<string> TextFaults(string type, JsonObject part)
    {
        var kind = part["type"]?.GetValue<string>();
        var text = part["text"] is JsonValue value ? value.GetValue<string>() : null;
        var most = type switch { "header" => 150, "markdown" => 12_000, "actions" or "context_actions" => 75, _ => 3000 };
        if (text is not null && (text.Length == 0 || text.Length > most))
            yield return $"{type} with a text of {text.Length} characters";
        if (kind == "mrkdwn" && (!OwnWords().IsMatch(text!) || part["verbatim"]?.GetValue<bool>() != true))
            yield return $"mrkdwn, whose marks Slack takes for formatting, with more than the bot's own words: {text}";
        if (kind == "plain_text" && (!IsMrkdwn(text!) || (type == "context" && part["emoji"]?.GetValue<bool>() != false)))
            yield return $"plain text that is not escaped, or makes emoji of words: {text}";
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

    // The status: no word of an article or of a user is given to Slack as mrkdwn, in which * and _ are formatting and have no escape.
    [GeneratedRegex(@"\A:[a-z_]+: \*[A-Z ]+\*\z", RegexOptions.NonBacktracking)]
    private static partial Regex OwnWords();

    [GeneratedRegex(@"\A(> )?(\n(> )?|[^<>&\n]|&(amp|lt|gt);|<https?://[^<>|\s]+\|[^<>|]+>)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mrkdwn();
}
