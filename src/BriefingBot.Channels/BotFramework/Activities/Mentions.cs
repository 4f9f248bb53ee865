using System.Text.Json;

namespace BriefingBot.Channels.BotFramework.Activities;

/// <summary>What stands in a text only to call the bot.</summary>
internal static class Mentions
{
    private const int MostMentions = 20;

    /// <summary>The text without mentions of its recipient, however often they stand there.</summary>
    public static string Without(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in (activity.Entities ?? []).Where(entity => IsOf(entity, activity.Recipient?.Id)).Take(MostMentions))
        {
            var written = ActivityJson.Text(mention, "text") ?? $"<at>{ActivityJson.Text(ActivityJson.Member(mention, "mentioned"), "name")}</at>";
            if (written.Length > 0)
                text = text.Replace(written, "", StringComparison.OrdinalIgnoreCase);
        }

        // Teams may put one after a mention.
        return text.Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();
    }

    private static bool IsOf(JsonElement entity, string? id) =>
        id is not null && "mention".Equals(ActivityJson.Text(entity, "type"), StringComparison.OrdinalIgnoreCase)
        && id.Equals(ActivityJson.Text(ActivityJson.Member(entity, "mentioned"), "id"), StringComparison.Ordinal);
}
