using System.Text.Json.Nodes;

namespace BriefingBot.Channels.Slack;

/// <summary>The blocks of Block Kit that answers are made of. What they are given is mrkdwn unless said otherwise.</summary>
internal static class SlackBlocks
{
    /// <summary>The longest text of a section.</summary>
    public const int MostChars = 3000;

    // In a button's value.
    private const int MostValueChars = 2000;

    public static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Text(text), ["expand"] = true };

    public static JsonObject Context(string text) => new() { ["type"] = "context", ["elements"] = new JsonArray(Text(text)) };

    /// <summary>Sections that hold any text, whole.</summary>
    /// <param name="text">Not encoded.</param>
    public static IEnumerable<JsonObject> Paragraphs(string text) => SlackText.Pieces(text, MostChars).Select(SlackText.Escape).Select(Section);

    /// <summary>Sections that hold a quote, whole.</summary>
    /// <param name="words">Not encoded.</param>
    public static IEnumerable<JsonObject> Quote(string words) => SlackText.Pieces(words, MostChars).Select(SlackText.Quote).Select(Section);

    /// <summary>Lines in as many contexts as they need; a line that is too long goes on in the next.</summary>
    /// <param name="text">Not encoded.</param>
    public static IEnumerable<JsonObject> Notes(string text) => SlackText.Pieces(text, MostChars).Select(SlackText.Escape).Select(Context);

    /// <summary>Thumbs up and down.</summary>
    public static JsonObject Feedback(string actionId, string answerId) => new()
    {
        ["type"] = "context_actions",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "feedback_buttons",
            ["action_id"] = actionId,
            ["positive_button"] = Thumb("Good answer", $"up {answerId}"),
            ["negative_button"] = Thumb("Bad answer", $"down {answerId}"),
        }),
    };

    /// <summary>Buttons in a row, without those whose value does not fit; none where none does.</summary>
    /// <param name="actionId">What they are for.</param>
    /// <param name="buttons">What each shows, as plain text, and what comes back when it is pressed.</param>
    public static IEnumerable<JsonObject> Buttons(string actionId, IEnumerable<(string Label, string Value)> buttons)
    {
        var elements = new JsonArray();
        foreach (var (label, value) in buttons.Where(button => button.Value.Length is > 0 and <= MostValueChars))
            elements.Add((JsonNode)new JsonObject { ["type"] = "button", ["action_id"] = $"{actionId}-{elements.Count}", ["text"] = Plain(label), ["value"] = value });
        if (elements.Count > 0)
            yield return new JsonObject { ["type"] = "actions", ["elements"] = elements };
    }

    // Verbatim: Slack makes no link, mention or channel of words that look like one.
    private static JsonObject Text(string text) => new() { ["type"] = "mrkdwn", ["text"] = text, ["verbatim"] = true };

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };

    private static JsonObject Thumb(string label, string value) => new() { ["text"] = Plain(label), ["accessibility_label"] = label, ["value"] = value };
}
