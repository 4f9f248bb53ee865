using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;

namespace BriefingBot.BotBuilder;

/// <summary>By a turn of Bot Builder's own; that of the request has ended with it. Thread-safe.</summary>
internal sealed class BotBuilderRoute(BriefingAdapter adapter) : IAnswerRoute
{
    public Task AnswerAsync(Activity received, ServiceAddress service, Func<IActivitySender, CancellationToken, Task> answer, CancellationToken cancellation) =>
        adapter.ContinueConversationAsync(new ChannelIdentity(service), new ArrivedActivity(received, isLocal: false), (turn, stop) => answer(new TurnSender(turn), stop), cancellation);
}
