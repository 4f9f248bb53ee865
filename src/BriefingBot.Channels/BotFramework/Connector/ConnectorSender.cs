using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;

namespace BriefingBot.Channels.BotFramework.Connector;

/// <summary>Answers one activity through the connector.</summary>
internal sealed class ConnectorSender(ConnectorClient connector, ServiceAddress service, Activity received) : IActivitySender
{
    public Task<string?> SendAsync(Activity activity, CancellationToken cancellation) =>
        connector.SendAsync(service, received.Conversation!.Id, Replies.To(received, activity), cancellation);
}

/// <summary>Through the connector, without an SDK. Thread-safe.</summary>
internal sealed class ConnectorRoute(ConnectorClient connector) : IAnswerRoute
{
    public Task AnswerAsync(Activity received, ServiceAddress service, Func<IActivitySender, CancellationToken, Task> answer, CancellationToken cancellation) =>
        answer(new ConnectorSender(connector, service, received), cancellation);
}

/// <summary>Keeps the answers to one activity for the response.</summary>
internal sealed class ResponseSender(Activity received) : IActivitySender
{
    private readonly List<Activity> _activities = [];

    public IReadOnlyList<Activity> Activities => _activities;

    public Task<string?> SendAsync(Activity activity, CancellationToken cancellation)
    {
        var id = $"{_activities.Count + 1}";
        _activities.Add(Replies.To(received, activity) with { Id = id });
        return Task.FromResult<string?>(id);
    }
}

internal static class Replies
{
    public static Activity To(Activity received, Activity reply) => reply with
    {
        ChannelId = received.ChannelId,
        ServiceUrl = received.ServiceUrl,
        Conversation = received.Conversation,
        From = received.Recipient,
        Recipient = received.From,
        ReplyToId = received.Id,
        Locale = received.Locale,
    };
}
