using System.Security.Claims;
using System.Security.Principal;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Authentication;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Limits;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.BotBuilder;

/// <summary>The bot as Bot Builder calls it. Thread-safe.</summary>
internal sealed class BriefingHandler(ActivityBot bot, PendingTurns turns, ChannelAuthenticator authenticator) : ActivityHandler
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

    /// <exception cref="BusyException">Too many turns wait.</exception>
    private Task TakeAsync(ITurnContext turn, CancellationToken cancellation)
    {
        var arrived = ArrivedBy(turn);
        if (arrived.DeliveryMode == DeliveryModes.ExpectReplies)
            return AnswerAsync(turn, arrived, cancellation);
        if (ActivityBot.ConversationOf(arrived.Received) is not { } conversation)
            return Task.CompletedTask;

        // Answered here and now it might take longer than a channel waits; the turn of this request ends with it.
        var (adapter, identity) = (turn.Adapter, (ClaimsIdentity)turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey));
        return turns.TryTake(conversation, stop => adapter.ContinueConversationAsync(identity, arrived, (later, end) => AnswerAsync(later, arrived, end), stop))
            ? Task.CompletedTask : throw new BusyException();
    }

    private async Task AnswerAsync(ITurnContext turn, ArrivedActivity arrived, CancellationToken cancellation)
    {
        if (await bot.IsNewAsync(arrived.Received, cancellation))
            await bot.AnswerAsync(arrived.Received, !authenticator.IsOpen, new TurnSender(turn), cancellation);
    }

    private static ArrivedActivity ArrivedBy(ITurnContext turn) => (ArrivedActivity)turn.Activity;
}
