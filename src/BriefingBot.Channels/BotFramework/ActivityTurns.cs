using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Limits;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.BotFramework;

/// <summary>Takes in activities whose channel was authenticated, each once, and has them answered. Thread-safe.</summary>
internal sealed partial class ActivityTurns(ActivityBot bot, ChannelAuthenticator authenticator, KeptTurns turns, IAnswerRoute route, IOptions<BotOptions> options, ILogger<ActivityTurns> log) : ITurnDoor
{
    public string Name => "bot";

    /// <summary>Takes an activity, to be answered afterwards: here and now it might take longer than a channel waits.</summary>
    /// <param name="received">As authenticated.</param>
    /// <param name="service">Where answers to it go.</param>
    /// <param name="cancellation">Ends the taking.</param>
    /// <exception cref="BusyException">Too many turns wait.</exception>
    /// <exception cref="JournalException">Whether it was taken is not known.</exception>
    public async Task TakeAsync(Activity received, ServiceAddress service, CancellationToken cancellation)
    {
        if (ActivityBot.ConversationOf(received) is { } conversation
            && await turns.TakeAsync(this, IdOf(received), conversation, KeptActivity.Of(received, service, isVouched: !authenticator.IsOpen).Write(), cancellation) == Taken.Full)
        {
            throw new BusyException();
        }
    }

    /// <summary>Answers an activity while its channel waits.</summary>
    /// <exception cref="ConnectorException">The channel does not take the answer.</exception>
    public async Task AnswerAsync(Activity received, IActivitySender sender, CancellationToken cancellation)
    {
        if (await turns.IsFirstAsync(this, IdOf(received), cancellation))
            await bot.AnswerAsync(received, isVouched: !authenticator.IsOpen, sender, cancellation);
    }

    public async Task AnswerAsync(string turn, bool isLate, CancellationToken cancellation)
    {
        var kept = KeptActivity.Read(turn);

        // Where whoever was on this machine could speak for a channel, and now nobody can any more, or the other way round.
        if (!options.Value.IsOn || kept.IsVouched == authenticator.IsOpen || kept.Address is not { } service)
        {
            LogChanged(log);
            return;
        }

        var received = kept.Received;
        await route.AnswerAsync(received, service, (sender, stop) => isLate ? ActivityBot.AskAgainAsync(received, sender, stop) : bot.AnswerAsync(received, kept.IsVouched, sender, stop), cancellation);
    }

    // One without an id is never known to come again.
    private static string IdOf(Activity received) =>
        string.IsNullOrEmpty(received.Id) ? $"{Guid.CreateVersion7():N}" : JsonSerializer.Serialize<string?[]>([received.ChannelId, received.Conversation?.Id, received.Id]);

    [LoggerMessage(LogLevel.Warning, "An activity that was taken is not answered: the section Bot of the settings has changed since")]
    private static partial void LogChanged(ILogger log);
}
