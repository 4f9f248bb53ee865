using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.Slack;

/// <summary>A message that grows: streamed where Slack lets it, else posted and updated.</summary>
internal sealed class SlackStream(SlackClient client, SlackPace pace, SlackTurn turn)
{
    // Of 12,000 in a streamed message; what is below goes into the next message.
    private const int MostStreamed = 11_000;

    private readonly StringBuilder _written = new();
    private StatusDecided? _decided;
    private int _streamed;
    private bool _isStreaming;
    private string? _stamp;

    /// <summary>Shows what has been written since the last time.</summary>
    /// <exception cref="SlackException">Slack takes it in neither way.</exception>
    public async Task ShowAsync(StatusDecided? decided, string written, CancellationToken cancellation)
    {
        _decided ??= decided;
        _written.Append(written);
        var markdown = $"{(decided is null ? "" : SlackAnswer.Markdown(decided, turn.Text))}{SlackText.EscapeMarkdown(written)}";
        if (_stamp is null)
            await StartAsync(markdown, cancellation);
        else if (!_isStreaming)
            await UpdateAsync(SlackAnswer.Draft(_decided, turn.Text, _written.ToString()), cancellation);
        else if (markdown.Length > 0)
            await AppendAsync(markdown, cancellation);
    }

    /// <summary>Ends it with the whole answer, or with a text where it broke off.</summary>
    /// <returns>The messages that remain to be posted.</returns>
    public async Task<IEnumerable<SlackMessage>> FinishAsync(BotReply last, CancellationToken cancellation)
    {
        if (_isStreaming)
        {
            var messages = last is BotAnswer answer ? SlackAnswer.Below(answer, turn.Text, _streamed) : SlackAnswer.Of((BotText)last);
            try
            {
                await client.CallAsync(turn.Workspace, "chat.stopStream", Of(messages[0].Blocks.Count > 0 ? new() { ["blocks"] = messages[0].BlocksJson() } : []), cancellation);
                return messages.Skip(1);
            }
            catch (SlackException)
            {
                // A stream that Slack has closed is an ordinary message.
                _isStreaming = false;
            }
        }

        var whole = last is BotAnswer given ? SlackAnswer.Of(given, turn.Text) : SlackAnswer.Of((BotText)last);
        try
        {
            await UpdateAsync(whole[0], cancellation);
            return whole.Skip(1);
        }
        catch (SlackException)
        {
            // What was shown stays as it is; the answer is posted below it.
            return whole;
        }
    }

    private async Task StartAsync(string markdown, CancellationToken cancellation)
    {
        await pace.TurnAsync($"{turn.Team}/{turn.Channel}", cancellation);
        if (turn.Workspace.CanStream && markdown.Length <= MostStreamed)
        {
            try
            {
                _stamp = (await client.CallAsync(turn.Workspace, "chat.startStream", Start(markdown), cancellation)).Stamp("ts");
                (_isStreaming, _streamed) = (_stamp is not null, markdown.Length);
            }
            catch (SlackException refused)
            {
                turn.Workspace.CanStream &= !refused.IsForGood;
                await pace.TurnAsync($"{turn.Team}/{turn.Channel}", cancellation);
            }
        }

        if (_stamp is null)
            _stamp = await PostAsync(SlackAnswer.Draft(_decided, turn.Text, _written.ToString()), cancellation);
    }

    private async Task AppendAsync(string markdown, CancellationToken cancellation)
    {
        try
        {
            if (_streamed + markdown.Length <= MostStreamed)
            {
                await pace.TurnAsync($"{turn.Team}/{turn.Channel}/{_stamp}", cancellation);
                await client.CallAsync(turn.Workspace, "chat.appendStream", Of(new() { ["markdown_text"] = markdown }), cancellation);
                _streamed += markdown.Length;
                return;
            }

            // What does not fit is given anew, whole, in ordinary messages.
            await client.CallAsync(turn.Workspace, "chat.stopStream", Of([]), cancellation);
        }
        catch (SlackException)
        {
            // Slack has closed the stream, or somebody has stopped it.
        }

        _isStreaming = false;
    }

    private async Task UpdateAsync(SlackMessage message, CancellationToken cancellation)
    {
        await pace.TurnAsync($"{turn.Team}/{turn.Channel}/{_stamp}", cancellation);
        await client.CallAsync(turn.Workspace, "chat.update", Of(new() { ["text"] = message.Text, ["blocks"] = message.BlocksJson() }), cancellation);
    }

    private async Task<string?> PostAsync(SlackMessage message, CancellationToken cancellation) =>
        (await client.CallAsync(turn.Workspace, "chat.postMessage", SlackReplier.Post(turn, message), cancellation)).Stamp("ts");

    private JsonObject Start(string markdown)
    {
        var start = new JsonObject { ["channel"] = turn.Channel, ["thread_ts"] = turn.Thread };
        if (markdown.Length > 0)
            start["markdown_text"] = markdown;
        if (!turn.IsDirect)
            (start["recipient_user_id"], start["recipient_team_id"]) = (turn.User, turn.Teams.Count > 0 ? turn.Teams[0] : turn.Team);
        return start;
    }

    private JsonObject Of(JsonObject arguments)
    {
        (arguments["channel"], arguments["ts"]) = (turn.Channel, _stamp);
        return arguments;
    }
}
