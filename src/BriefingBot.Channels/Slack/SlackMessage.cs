using System.Text.Json.Nodes;

namespace BriefingBot.Channels.Slack;

/// <summary>One message, within every limit of Slack's.</summary>
/// <param name="Text">What a notification shows, escaped.</param>
/// <param name="Blocks">What is shown.</param>
internal sealed record SlackMessage(string Text, IReadOnlyList<JsonObject> Blocks)
{
    private const int MostBlocks = 50;

    // Of about 13,200, with room for what Slack counts otherwise.
    private const int MostChars = 12_000;

    private const int MostTextChars = 200;

    /// <summary>The blocks in as few messages as hold them.</summary>
    /// <param name="text">Of the first message's notification, not yet encoded.</param>
    /// <param name="groups">Blocks that stand together where they can.</param>
    /// <param name="taken">Characters that the first message has already.</param>
    public static IReadOnlyList<SlackMessage> Pack(string text, IEnumerable<IReadOnlyList<JsonObject>> groups, int taken = 0)
    {
        List<List<JsonObject>> messages = [[]];
        var chars = taken;
        foreach (var blocks in groups.SelectMany(group => Fits(group) ? [group] : group.Select(IReadOnlyList<JsonObject> (block) => [block])))
        {
            var length = blocks.Sum(LengthOf);
            if ((messages[^1].Count > 0 || chars > 0) && (messages[^1].Count + blocks.Count > MostBlocks || chars + length > MostChars))
            {
                messages.Add([]);
                chars = 0;
            }

            messages[^1].AddRange(blocks);
            chars += length;
        }

        List<string> notices = [.. SlackText.Pieces(SlackText.Line(text), MostTextChars)];
        var notice = notices.Count == 0 ? "BriefingBot" : $"{SlackText.Escape(notices[0])}{(notices.Count > 1 ? "…" : "")}";
        return [.. messages.Select((blocks, i) => new SlackMessage(i == 0 ? notice : $"{i + 1} of {messages.Count}", blocks))];
    }

    public JsonArray BlocksJson() => new([.. Blocks.Select(block => block.DeepClone())]);

    private static bool Fits(IReadOnlyList<JsonObject> blocks) => blocks.Count <= MostBlocks && blocks.Sum(LengthOf) <= MostChars;

    private static int LengthOf(JsonObject block) => block.ToJsonString(SlackJson.Readable).Length;
}
