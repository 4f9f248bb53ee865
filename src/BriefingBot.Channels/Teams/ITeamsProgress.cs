using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;

namespace BriefingBot.Channels.Teams;

/// <summary>What a reader sees while an answer comes about.</summary>
internal interface ITeamsProgress
{
    /// <summary>Whether the reader has stopped it: then nothing more is to be sent.</summary>
    bool IsStopped { get; }

    Task BeginAsync(string markdown, CancellationToken cancellation);

    /// <summary>More of the answer, verified.</summary>
    void Add(string markdown);

    /// <summary>Shows what there is until there is more.</summary>
    /// <returns>What the task returns.</returns>
    Task<bool> WhileAsync(Task<bool> coming, CancellationToken cancellation);

    /// <returns>The id of the message; null where there is none.</returns>
    Task<string?> FinishAsync(Activity message, CancellationToken cancellation);
}

/// <summary>In channels and group chats, where nothing streams: typing, then the message.</summary>
internal sealed class TeamsTyping(IActivitySender sender) : ITeamsProgress
{
    public bool IsStopped => false;

    public Task BeginAsync(string markdown, CancellationToken cancellation) => sender.SendAsync(new Activity { Type = "typing" }, cancellation);

    public void Add(string markdown)
    {
        // All of it comes with the message.
    }

    public Task<bool> WhileAsync(Task<bool> coming, CancellationToken cancellation) => coming;

    public Task<string?> FinishAsync(Activity message, CancellationToken cancellation) => sender.SendAsync(message, cancellation);
}
