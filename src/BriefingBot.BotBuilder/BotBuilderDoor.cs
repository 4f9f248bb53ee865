using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.BotBuilder;

/// <summary>Takes activities by Bot Builder. Thread-safe.</summary>
internal sealed class BotBuilderDoor(BriefingAdapter adapter, BriefingHandler bot) : IMessagesDoor
{
    public Task TakeAsync(HttpContext http, Activity activity) => adapter.ProcessAsync(http, new ArrivedActivity(activity, http.IsLocal()), bot);
}
