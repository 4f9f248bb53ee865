using System.Text.Encodings.Web;
using System.Text.Json;

namespace BriefingBot.Channels.Teams.Packages;

/// <summary>The app as Teams wants it described, by version 1.22 of its schema.</summary>
internal static class TeamsManifest
{
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";

    private static readonly string[] Scopes = ["personal", "team", "groupChat"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Guid appId, Uri site, string version) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["$schema"] = "https://developer.microsoft.com/json-schemas/teams/v1.22/MicrosoftTeams.schema.json",
        ["manifestVersion"] = "1.22",
        ["version"] = version,
        ["id"] = $"{appId:D}",
        ["developer"] = new { name = "BriefingBot", websiteUrl = site.AbsoluteUri, privacyUrl = site.AbsoluteUri, termsOfUseUrl = site.AbsoluteUri },
        ["name"] = new { @short = "BriefingBot", full = "BriefingBot: answers from the news, with quotes" },
        ["description"] = new
        {
            @short = "Answers from your news articles, word for word, and says what is confirmed.",
            full = "BriefingBot answers questions over your news articles. It quotes them word for word, says who said it and when, and says clearly when a claim is unconfirmed, disputed or denied. What the articles do not say, it does not answer.",
        },
        ["icons"] = new { color = ColorIcon, outline = OutlineIcon },
        ["accentColor"] = Icon.Accent,
        ["bots"] = (object[])
        [
            new
            {
                botId = $"{appId:D}",
                scopes = Scopes,
                supportsFiles = false,
                isNotificationOnly = false,
                commandLists = (object[])[new { scopes = Scopes, commands = (object[])[Command("help", "What the bot can do"), Command("sources", "What it searches"), Command("check", "The status of a claim"), Command("as of", "The answer as of a day")] }],
            },
        ],
        ["permissions"] = (string[])["identity", "messageTeamMembers"],
        ["validDomains"] = (string[])[site.Host],
    }, Indented);

    private static object Command(string title, string description) => new { title, description };
}
