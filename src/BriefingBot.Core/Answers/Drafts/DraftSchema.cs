using System.Text.Json;
using BriefingBot.Articles;

namespace BriefingBot.Answers.Drafts;

/// <summary>The shape of a draft, as JSON schema.</summary>
internal static class DraftSchema
{
    public const string Name = "briefing_note";

    public static JsonElement Json { get; } = JsonElement.Parse(string.Concat(WordList.Lines("Answers.Drafts.Data.schema.json")));

    /// <summary>For a server that takes no schema beside the messages.</summary>
    public static string InWords { get; } =
        """Answer with one JSON object and nothing else: {"sentences":[{"text":"...","passages":[1],"quotes":["..."]}]}""";
}
