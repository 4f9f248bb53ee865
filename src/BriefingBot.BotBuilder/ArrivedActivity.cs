using BriefingBot.Channels.BotFramework.Activities;
using Schema = Microsoft.Bot.Schema;

namespace BriefingBot.BotBuilder;

/// <summary>What a channel sent, as Bot Builder sees it: the envelope, and in it the activity as the bot reads it.</summary>
/// <remarks>Made from what the bot has read, never read a second time: two readers of one text can disagree on where answers go.</remarks>
internal sealed class ArrivedActivity : Schema.Activity
{
    /// <param name="received">As read.</param>
    /// <param name="isLocal">Whether the request comes from this machine.</param>
    public ArrivedActivity(Activity received, bool isLocal)
    {
        (Received, IsLocal) = (received, isLocal);
        Type = received.Type;
        Id = received.Id;
        ChannelId = received.ChannelId;
        ServiceUrl = received.ServiceUrl;
        From = AccountOf(received.From);
        Recipient = AccountOf(received.Recipient);
        Conversation = ConversationOf(received.Conversation);
        ReplyToId = received.ReplyToId;
        Locale = received.Locale;
        Name = received.Name;
        Action = received.Action;
        Text = received.Text;

        // The response to an invoke is its own, whatever else is asked for.
        DeliveryMode = received.Type == Schema.ActivityTypes.Invoke ? null : received.DeliveryMode;
    }

    public Activity Received { get; }

    public bool IsLocal { get; }

    private static Schema.ChannelAccount? AccountOf(ChannelAccount? account) => account is null ? null : new(account.Id, account.Name, account.Role);

    private static Schema.ConversationAccount? ConversationOf(ConversationAccount? conversation) => conversation is null ? null : new()
    {
        Id = conversation.Id,
        Name = conversation.Name,
        ConversationType = conversation.ConversationType,
        TenantId = conversation.TenantId,
        IsGroup = conversation.IsGroup,
    };
}
