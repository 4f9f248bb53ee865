using System.Text;
using BriefingBot.Channels.BotFramework.Activities;
using Newtonsoft.Json;
using Schema = Microsoft.Bot.Schema;

namespace BriefingBot.BotBuilder;

/// <summary>What the bot sends, as Bot Builder has it: both are the same JSON.</summary>
internal static class BuilderActivity
{
    private const int Deepest = 128;

    // Text that looks like a date is text.
    private static readonly JsonSerializerSettings Reading = new() { DateParseHandling = DateParseHandling.None, MaxDepth = Deepest };

    public static Schema.Activity Of(Activity activity) =>
        JsonConvert.DeserializeObject<Schema.Activity>(Encoding.UTF8.GetString(ActivityJson.Write(activity)), Reading)!;
}
