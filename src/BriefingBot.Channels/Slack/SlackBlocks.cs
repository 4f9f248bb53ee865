using System.Text.Json.Nodes;

namespace BriefingBot.Channels.Slack;

/// <summary>The blocks of Block Kit that answers are made of. What they are given is shown as it is, letter by letter, unless said otherwise: mrkdwn has no escape for its * and _.</summary>
internal static class SlackBlocks
{
    // The longest text of a context; for rich text Slack names none.
    private const int MostChars = 3000;

    // In a button's value.
    private const int MostValueChars = 2000;

    /// <param name="mrkdwn">The bot's own words.</param>
    public static JsonObject Section(string mrkdwn) => new() { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = mrkdwn, ["verbatim"] = true } };

    /// <summary>Any text, whole.</summary>
    public static IEnumerable<JsonObject> Paragraphs(string text) => SlackText.Pieces(text, MostChars).Select(piece => Rich("rich_text_section", Run(piece)));

    /// <summary>A quote, whole.</summary>
    public static IEnumerable<JsonObject> Quote(string words) => SlackText.Pieces(words, MostChars).Select(piece => Rich("rich_text_quote", Run(piece)));

    /// <summary>One line that may hold links.</summary>
    /// <param name="runs">Made by <see cref="Run"/> and <see cref="Link"/>.</param>
    public static JsonObject Line(params IEnumerable<JsonObject> runs) => Rich("rich_text_section", runs);

    public static JsonObject Run(string text, bool isBold = false)
    {
        var run = new JsonObject { ["type"] = "text", ["text"] = SlackText.Clean(text) };
        if (isBold)
            run["style"] = new JsonObject { ["bold"] = true };
        return run;
    }

    /// <summary>A link to an article; the label alone where its address is not one of http or https.</summary>
    public static JsonObject Link(string? address, string label) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.AbsoluteUri.Length <= MostChars
            ? new() { ["type"] = "link", ["url"] = uri.AbsoluteUri, ["text"] = SlackText.Clean(label) }
            : Run(label);

    /// <summary>Small lines in as many contexts as they need; a line that is too long goes on in the next.</summary>
    public static IEnumerable<JsonObject> Notes(string text) => SlackText.Pieces(text, MostChars).Select(piece => new JsonObject
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(new JsonObject { ["type"] = "plain_text", ["text"] = SlackText.Escape(piece), ["emoji"] = false }),
    });

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

    private static JsonObject Rich(string type, params IEnumerable<JsonObject> runs) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject { ["type"] = type, ["elements"] = new JsonArray([.. runs]) }),
    };

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };

    private static JsonObject Thumb(string label, string value) => new() { ["text"] = Plain(label), ["accessibility_label"] = label, ["value"] = value };
}
