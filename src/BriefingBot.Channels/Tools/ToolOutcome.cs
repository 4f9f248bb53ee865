using System.Text.Json;
using BriefingBot.Answers;

namespace BriefingBot.Channels.Tools;

/// <summary>What a tool gives.</summary>
/// <param name="Text">For a reader or a model: what articles say in it stands in quotation marks or behind <c>&gt; </c>.</param>
/// <param name="Structure">The same for programs, as the tool's output schema says.</param>
internal sealed record ToolOutcome(string Text, JsonElement Structure)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = AnswerJson.Compact.Encoder };

    /// <summary>Words of articles as a block: no line of it can be taken for ours.</summary>
    public static string Block(string words) => string.Join('\n', words.ReplaceLineEndings("\n").Split('\n').Select(line => $"> {line}"));
}
