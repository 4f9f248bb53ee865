using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Views;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Feedbacks;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.BotFramework;

/// <summary>What the bot does with an activity, whichever way it came in. Thread-safe.</summary>
internal sealed partial class ActivityBot(Chat chat, FeedbackLog feedback, IJournal journal, IEnumerable<IReplyView> views, ILogger<ActivityBot> log)
{
    /// <summary>What the names of the streams begin with that hold whom the bot has met.</summary>
    public const string MetPrefix = "met/";

    /// <summary>What the names of the streams begin with that hold which message shows which answer.</summary>
    public const string ShownPrefix = "shown/";

    private readonly IReplyView[] _views = [.. views];

    /// <summary>A name of its conversation that no other channel's has; null where it has none, and there is nowhere to answer.</summary>
    public static string? ConversationOf(Activity activity) => activity.Conversation is { } conversation ? $"{activity.ChannelId}\n{conversation.Id}" : null;

    /// <summary>What is said to the bot by an activity, mentions of it left out; null where nothing is.</summary>
    public static string? QuestionIn(Activity received) =>
        received is not { Type: "message" } ? null
        : TypedIn(received) is { Length: > 0 } text ? text
        : IsEmpty(received) ? "help"
        : null;

    /// <summary>Answers an activity that no response waits for.</summary>
    /// <param name="received">From a channel.</param>
    /// <param name="isVouched">Whether what it says of its tenant, team and channel is true.</param>
    /// <param name="sender">Where answers go.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConnectorException">The channel does not take the answer.</exception>
    public Task AnswerAsync(Activity received, bool isVouched, IActivitySender sender, CancellationToken cancellation) => received switch
    {
        { Conversation: null } => Task.CompletedTask,
        { Type: "message", HasFiles: true } => AnswerBesideFilesAsync(received, isVouched, sender, cancellation),
        { Type: "message" } when QuestionIn(received) is { } text => ReplyAsync(text, received, isVouched, sender, cancellation),
        { Type: "conversationUpdate" } when received.MembersAdded?.Any(member => member.Id is not null && member.Id != received.Recipient?.Id) == true => GreetAsync(received, sender, cancellation),
        { Type: "installationUpdate", Action: "add" } => GreetAsync(received, sender, cancellation),
        _ => Task.CompletedTask,
    };

    /// <summary>Says that an activity was not answered, where that was a question.</summary>
    /// <exception cref="ConnectorException">The channel does not take it.</exception>
    public static Task AskAgainAsync(Activity received, IActivitySender sender, CancellationToken cancellation) =>
        received.Conversation is not null && QuestionIn(received) is { } text ? SayAsync(ChatWords.AskAgain(text), sender, cancellation) : Task.CompletedTask;

    /// <summary>Answers an invoke, or an event that tells what a reader thinks of an answer.</summary>
    /// <exception cref="JournalException">The feedback cannot be kept.</exception>
    public async Task<InvokeResponse> InvokeAsync(Activity received, bool isVouched, CancellationToken cancellation)
    {
        if (received.Name != "message/submitAction" || ActivityJson.Text(received.Value, "actionName") != "feedback")
            return InvokeResponse.NotImplemented;
        var given = ActivityJson.Member(received.Value, "actionValue");
        var reaction = ActivityJson.Text(given, "reaction");
        if (reaction is not ("like" or "dislike") || received.Conversation is null)
            return InvokeResponse.BadRequest;

        await KeepFeedbackAsync(received, isVouched, reaction == "like" ? FeedbackRating.Up : FeedbackRating.Down, CommentIn(ActivityJson.Text(given, "feedback")), answerId: null, cancellation);
        return InvokeResponse.Done;
    }

    /// <summary>Keeps what a reader thinks of an answer; one that was not given here is passed over.</summary>
    /// <param name="answerId">Null for the one that the activity replies to, else the last.</param>
    public async Task KeepFeedbackAsync(Activity received, bool isVouched, FeedbackRating rating, string? comment, string? answerId, CancellationToken cancellation)
    {
        answerId ??= await ShownAsync(received, received.ReplyToId ?? "", cancellation) ?? await ShownAsync(received, "", cancellation);
        if (answerId is null || !await feedback.TryAddAsync(Callers.Of(received, isVouched), received.Conversation!.Id, answerId, rating, comment, cancellation))
            LogForgotten(log);
    }

    private async Task AnswerBesideFilesAsync(Activity received, bool isVouched, IActivitySender sender, CancellationToken cancellation)
    {
        await SayAsync(ChatWords.NoFiles, sender, cancellation);
        await AnswerAsync(received with { HasFiles = false }, isVouched, sender, cancellation);
    }

    private async Task ReplyAsync(string text, Activity received, bool isVouched, IActivitySender sender, CancellationToken cancellation)
    {
        var replies = chat.ReplyAsync(new Ask(text, Callers.Of(received, isVouched)) { Conversation = received.Conversation!.Id }, cancellation);
        var view = Array.Find(_views, view => view.Serves(received.ChannelId))!;
        if (await view.ShowAsync(received, replies, sender, cancellation) is not { } shown)
            return;
        if (shown.ActivityId is { Length: > 0 } message)
            await journal.AppendAsync(Stream(ShownPrefix, received, message), shown.AnswerId, cancellation);
        await journal.AppendAsync(Stream(ShownPrefix, received, ""), shown.AnswerId, cancellation);
    }

    private async Task GreetAsync(Activity received, IActivitySender sender, CancellationToken cancellation)
    {
        if (await journal.TryBeginAsync(Stream(MetPrefix, received, ""), "{}", cancellation))
            await SayAsync(ChatWords.Greeting, sender, cancellation);
    }

    private static Task<string?> SayAsync(string text, IActivitySender sender, CancellationToken cancellation) =>
        sender.SendAsync(new Activity { Type = "message", TextFormat = "markdown", Text = MarkdownLines.Of(text) }, cancellation);

    private async Task<string?> ShownAsync(Activity received, string message, CancellationToken cancellation) =>
        (await journal.ReadAsync(Stream(ShownPrefix, received, message), 1, cancellation)) is [var entry] ? entry.Text : null;

    // A button of a card asks what stands on it; that is read like anything typed.
    public static string TypedIn(Activity received) => Mentions.Without(received) is { Length: > 0 } text ? text : ActivityJson.Text(received.Value, "ask")?.Trim() ?? "";

    private static bool IsEmpty(Activity received) => !string.IsNullOrEmpty(received.Text) && received.Value is null;

    private static string? CommentIn(string? json)
    {
        try
        {
            using var given = json is null ? null : JsonDocument.Parse(json);
            return ActivityJson.Text(given?.RootElement, "feedbackText");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Stream(string prefix, Activity activity, string key) =>
        $"{prefix}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize<string?[]>([activity.ChannelId, activity.Conversation?.Id, key]))))}";

    [LoggerMessage(LogLevel.Information, "Feedback on an answer that is not known any more was passed over")]
    private static partial void LogForgotten(ILogger log);
}

/// <param name="Status">Of HTTP.</param>
/// <param name="Body">JSON; null for none.</param>
internal sealed record InvokeResponse(int Status, string? Body = null)
{
    public static InvokeResponse Done { get; } = new(200, "{}");

    public static InvokeResponse BadRequest { get; } = new(400);

    public static InvokeResponse NotImplemented { get; } = new(501);
}
