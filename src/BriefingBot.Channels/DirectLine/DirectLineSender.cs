using System.Text;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;

namespace BriefingBot.Channels.DirectLine;

/// <summary>Brings the bot's activities into a conversation; what is only on its way is told to those who listen, and not kept.</summary>
internal sealed class DirectLineSender(DirectLineConversations conversations, DirectLineConversation conversation, Activity received, TimeProvider time) : IActivitySender
{
    private static readonly ChannelAccount Bot = new("briefingbot", "BriefingBot", "bot");

    private int _passed;

    public async Task<string?> SendAsync(Activity activity, CancellationToken cancellation)
    {
        var whole = activity with
        {
            ChannelId = received.ChannelId,
            Conversation = received.Conversation,
            From = Bot,
            Recipient = received.From,
            ReplyToId = received.Id,
            Timestamp = time.GetUtcNow(),
        };
        if (activity.Type == "typing")
        {
            var name = $"{received.Id}-{Interlocked.Increment(ref _passed)}";
            conversation.Pass(Text(whole with { Id = name }));
            return name;
        }

        var id = conversation.Add(name => Text(whole with { Id = name }), clientId: null, out var added);
        await conversations.KeepAsync(conversation.Id, added!, cancellation);
        return id;
    }

    private static string Text(Activity activity) => Encoding.UTF8.GetString(ActivityJson.Write(activity));
}
