using BriefingBot.Channels.BotFramework;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Activity = BriefingBot.Channels.BotFramework.Activities.Activity;

namespace BriefingBot.BotBuilder;

/// <summary>Answers by a turn of Bot Builder's.</summary>
internal sealed class TurnSender(ITurnContext turn) : IActivitySender
{
    private int _inResponse;

    public async Task<string?> SendAsync(Activity activity, CancellationToken cancellation)
    {
        var reply = BuilderActivity.Of(activity);
        try
        {
            var sent = await turn.SendActivityAsync(reply, cancellation);
            return turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies ? reply.Id = $"{++_inResponse}" : sent?.Id is { Length: > 0 } id ? id : null;
        }
        catch (ErrorResponseException refusal)
        {
            throw ConnectorException.Refused((int?)refusal.Response?.StatusCode, refusal.Body?.Error?.Code, refusal.Body?.Error?.Message);
        }
        catch (SerializationException)
        {
            // It was taken; the channel's word on it is no JSON.
            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or FormatException)
        {
            throw new ConnectorException($"the channel cannot be reached: {failure.Message}");
        }
    }
}
