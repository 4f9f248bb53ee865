using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Views;

namespace BriefingBot.Channels.Teams;

/// <summary>The entity that labels a message as a program's and holds what its markers lead to.</summary>
internal static class TeamsCitations
{
    // What Teams takes.
    private const int Most = 10;
    private const int MostNameChars = 80;
    private const int MostAbstractChars = 160;

    public static JsonElement Of(IReadOnlyList<Citation> citations) => ActivityJson.Of(new AiEntity
    {
        Citation = citations.Count == 0 ? null : [.. citations.Where(citation => citation.Number is >= 1).Take(Most).Select(citation => new AiCitation
        {
            Position = citation.Number,
            Appearance = new AiAppearance
            {
                Name = AnswerText.Short(AnswerText.TitleOf(citation), MostNameChars),
                Url = AnswerText.UrlOf(citation)?.AbsoluteUri,
                Abstract = AnswerText.Short(citation.Quote.Text, MostAbstractChars),
            },
        })],
    });

    private sealed record AiEntity
    {
        public string Type { get; } = "https://schema.org/Message";

        [JsonPropertyName("@type")]
        public string SchemaType { get; } = "Message";

        [JsonPropertyName("@context")]
        public string Context { get; } = "https://schema.org";

        [JsonPropertyName("@id")]
        public string Id { get; } = "";

        public string[] AdditionalType { get; } = ["AIGeneratedContent"];

        public AiCitation[]? Citation { get; init; }
    }

    private sealed record AiCitation
    {
        [JsonPropertyName("@type")]
        public string SchemaType { get; } = "Claim";

        public required int Position { get; init; }

        public required AiAppearance Appearance { get; init; }
    }

    private sealed record AiAppearance
    {
        [JsonPropertyName("@type")]
        public string SchemaType { get; } = "DigitalDocument";

        public required string Name { get; init; }

        public string? Url { get; init; }

        public required string Abstract { get; init; }
    }
}
