using System.Security.Principal;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Authentication;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.BotBuilder;

/// <summary>The bot as Bot Builder calls it. Thread-safe.</summary>
internal sealed class BriefingHandler(ActivityBot bot, ActivityTurns turns, ChannelAuthenticator authenticator) : ActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => TakeAsync(turnContext, cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => TakeAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => TakeAsync(turnContext, cancellationToken);

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => TakeAsync(turnContext, cancellationToken);

    protected override async Task<Microsoft.Bot.Builder.InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var response = await bot.InvokeAsync(ArrivedBy(turnContext).Received, !authenticator.IsOpen, cancellationToken);
        return new() { Status = response.Status, Body = response.Body is { } body ? JToken.Parse(body) : null };
    }

    private Task TakeAsync(ITurnContext turn, CancellationToken cancellation)
    {
        var received = ArrivedBy(turn).Received;
        return received.DeliveryMode == DeliveryModes.ExpectReplies
            ? turns.AnswerAsync(received, new TurnSender(turn), cancellation)
            : turns.TakeAsync(received, ((ChannelIdentity)turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey)).Service, cancellation);
    }

    private static ArrivedActivity ArrivedBy(ITurnContext turn) => (ArrivedActivity)turn.Activity;
}
