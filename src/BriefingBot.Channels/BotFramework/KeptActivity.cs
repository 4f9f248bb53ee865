using System.Text.Json;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;

namespace BriefingBot.Channels.BotFramework;

/// <summary>An activity as the journal keeps it: what is needed to answer it, and no more.</summary>
/// <param name="Service">The address that was vouched for.</param>
/// <param name="IsVouched">Whether its channel was authenticated.</param>
/// <param name="HasFiles">Whether files came with it.</param>
/// <param name="Activity">The rest.</param>
internal sealed record KeptActivity(string Service, bool IsVouched, bool HasFiles, JsonElement Activity)
{
    public Activity Received => ActivityJson.Read(Activity)! with { HasFiles = HasFiles };

    public ServiceAddress? Address => ServiceAddress.OfVouched(Service);

    public static KeptActivity Of(Activity received, ServiceAddress service, bool isVouched) => new(service.Url.AbsoluteUri, isVouched, received.HasFiles, ActivityJson.Of(received with
    {
        Text = ActivityBot.QuestionIn(received),
        Entities = null,
        Value = null,
        ChannelData = Callers.DataOf(received),
    }));

    public static KeptActivity Read(string json) => JsonSerializer.Deserialize<KeptActivity>(json, JsonSerializerOptions.Web)!;

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
