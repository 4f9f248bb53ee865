using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Views;
using BriefingBot.Channels.Bots;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Channels.DirectLine;

/// <summary>What the bot does with what a client of Direct Line sends. Thread-safe.</summary>
internal sealed class DirectLineBot(ActivityBot bot, KeptTurns turns, DirectLineConversations conversations, TimeProvider time) : ITurnDoor
{
    public const string Channel = "directline";

    private const int LongestTextInChars = 10_000;

    public string Name => Channel;

    /// <summary>Echoes an activity to who listens and answers it afterwards.</summary>
    /// <param name="conversation">Where it was sent.</param>
    /// <param name="activity">As the client wrote it.</param>
    /// <param name="user">Whom its token speaks as; null for whom it says it is.</param>
    /// <param name="cancellation">Ends the keeping.</param>
    public async Task<IResult> TakeAsync(DirectLineConversation conversation, JsonObject activity, string? user, CancellationToken cancellation)
    {
        if (ActivityJson.Read(Encoding.UTF8.GetBytes(activity.ToJsonString())) is not { } read)
            return DirectLineError.BadArgument("type: it is missing; send an activity such as {\"type\":\"message\",\"from\":{\"id\":\"me\"},\"text\":\"...\"}");
        if (read.Text?.Length > LongestTextInChars)
            return DirectLineError.BadArgument($"text: it has {read.Text.Length} characters, the most is {LongestTextInChars}");

        string EchoAs(string name) => Echo(activity, name, conversation.Id, user ?? read.From?.Id);
        var id = conversation.Add(EchoAs, DirectLineConversation.ClientIdOf(activity), out var added);
        if (added is not null)
            await conversations.KeepAsync(conversation.Id, added, cancellation);

        // What comes again may have been echoed and not taken.
        return await turns.TakeAsync(this, id, $"{Channel}\n{conversation.Id}", added ?? EchoAs(id), cancellation) == Taken.Full
            ? DirectLineError.Of(StatusCodes.Status503ServiceUnavailable, "Busy", "too many questions wait; send it again in a few seconds")
            : Results.Json(new { id });
    }

    public async Task AnswerAsync(string turn, bool isLate, CancellationToken cancellation)
    {
        if (ActivityJson.Read(Encoding.UTF8.GetBytes(turn)) is not { Conversation.Id: { } id } received || await conversations.FindAsync(id, cancellation) is not { } conversation)
            return;
        if (WebChatEntity.FeedbackIn(received) is { } feedback)
            await bot.KeepFeedbackAsync(received, isVouched: true, feedback.Rating, comment: null, feedback.AnswerId, cancellation);
        else if (received.Type == "message")
            await AnswerAsync(received, isLate, new DirectLineSender(conversations, conversation, received, time), cancellation);
    }

    /// <summary>Says who it is, to somebody new.</summary>
    public Task GreetAsync(DirectLineConversation conversation, string? user, CancellationToken cancellation) =>
        SayAsync(conversation, ChatWords.Greeting, cancellation, user);

    public Task SayAsync(DirectLineConversation conversation, string text, CancellationToken cancellation, string? user = null) =>
        new DirectLineSender(conversations, conversation, From(conversation, user), time)
            .SendAsync(new Activity { Type = "message", TextFormat = "markdown", Text = MarkdownLines.Of(text) }, cancellation);

    private Task AnswerAsync(Activity received, bool isLate, DirectLineSender sender, CancellationToken cancellation) =>
        isLate ? ActivityBot.AskAgainAsync(received, sender, cancellation) : bot.AnswerAsync(received, isVouched: true, sender, cancellation);

    // The client knows it again by its own name, which stays as it was.
    private string Echo(JsonObject activity, string id, string conversation, string? user)
    {
        var echo = activity.DeepClone().AsObject();
        echo["id"] = id;
        echo["timestamp"] = JsonValue.Create(time.GetUtcNow());
        echo["channelId"] = Channel;
        echo["conversation"] = new JsonObject { ["id"] = conversation };
        var from = echo["from"] is JsonObject account ? account : [];
        from["id"] = user ?? "user";
        from["role"] = "user";
        echo["from"] = from.DeepClone();
        foreach (var name in (string[])["serviceUrl", "recipient", "replyToId", "deliveryMode"])
            echo.Remove(name);
        return echo.ToJsonString(Relaxed);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Activity From(DirectLineConversation conversation, string? user) =>
        new() { Type = "message", ChannelId = Channel, Conversation = new ConversationAccount(conversation.Id), From = user is null ? null : new ChannelAccount(user) };
}
