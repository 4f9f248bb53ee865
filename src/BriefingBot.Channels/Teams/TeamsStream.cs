using System.Text;
using System.Text.Json;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Views;

namespace BriefingBot.Channels.Teams;

/// <summary>A streamed message: what is being done, then the text so far, at most once a second, then all of it within two minutes.</summary>
/// <remarks>Where Teams does not let it stream, the message comes whole. What takes longer is finished with what there is, and the message follows.</remarks>
internal sealed class TeamsStream(IActivitySender sender, TimeProvider time) : ITeamsProgress
{
    // Teams: one request a second, two minutes in all.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(105);

    private const string ToBeContinued = "This takes longer; the answer follows in a message of its own.";

    private readonly StringBuilder _text = new();
    private string _shown = "";
    private string? _id;
    private int _sequence;
    private DateTimeOffset _begun;
    private DateTimeOffset _sent;
    private bool _hasMore;

    public bool IsStopped { get; private set; }

    private bool IsOpen => _id is not null;

    public async Task BeginAsync(string markdown, CancellationToken cancellation)
    {
        _begun = time.GetUtcNow();
        await SendAsync("informative", markdown, cancellation);
    }

    public void Add(string markdown)
    {
        _text.Append(markdown);
        _hasMore = true;
    }

    public async Task<bool> WhileAsync(Task<bool> coming, CancellationToken cancellation)
    {
        try
        {
            while (IsOpen && !coming.IsCompleted)
                await WaitAsync(coming, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What is coming ends by it too, and says so.
        }

        return await coming;
    }

    public async Task<string?> FinishAsync(Activity message, CancellationToken cancellation)
    {
        if (IsStopped)
            return null;
        if (!IsOpen)
            return await sender.SendAsync(message, cancellation);

        await KeepPaceAsync(cancellation);
        var stream = _id;
        try
        {
            return await sender.SendAsync(message with { Entities = [.. message.Entities ?? [], Final(stream!)] }, cancellation) ?? stream;
        }
        catch (ConnectorException refused) when (refused.Status is not null)
        {
            Close(refused);
            return IsStopped ? null : await sender.SendAsync(message, cancellation);
        }
    }

    private async Task WaitAsync(Task coming, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(coming, Task.Delay(Wait(), time, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        if (coming.IsCompleted)
            return;
        if (time.GetUtcNow() - _begun >= Longest)
            await EndAsync(cancellation);
        else if (_hasMore)
            await SendAsync("streaming", SoFar(), cancellation);
    }

    private TimeSpan Wait()
    {
        var now = time.GetUtcNow();
        var (end, next) = (_begun + Longest - now, _sent + Pace - now);
        var wait = _hasMore && next < end ? next : end;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        await KeepPaceAsync(cancellation);
        var text = _text.Length > 0 ? $"{SoFar()}\n\n{ToBeContinued}" : ToBeContinued;
        var (stream, activity) = (_id!, new Activity { Type = "message", TextFormat = "markdown", Text = text });
        _id = null;
        try
        {
            _ = await sender.SendAsync(activity with { Entities = [Final(stream), TeamsMessage.AiLabel] }, cancellation);
        }
        catch (ConnectorException refused)
        {
            Close(refused);
        }
    }

    private async Task SendAsync(string type, string text, CancellationToken cancellation)
    {
        await KeepPaceAsync(cancellation);
        _hasMore = false;
        var info = ActivityJson.Of(new { type = "streaminfo", streamType = type, streamSequence = ++_sequence, streamId = _id });
        try
        {
            var id = await sender.SendAsync(new Activity { Type = "typing", TextFormat = "markdown", Text = text, Entities = [info] }, cancellation);
            _id ??= id;
        }
        catch (ConnectorException refused)
        {
            Close(refused);
        }

        _sent = time.GetUtcNow();
    }

    private async Task KeepPaceAsync(CancellationToken cancellation)
    {
        if (_sequence > 0 && _sent + Pace - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellation);
    }

    private void Close(ConnectorException refused)
    {
        _id = null;
        IsStopped = refused.Message.Contains("cancel", StringComparison.OrdinalIgnoreCase);
    }

    // Each goes on where the last was, also where it is longer than a message may be.
    private string SoFar()
    {
        var part = TextParts.Of(_text.ToString().TrimEnd(), TeamsMessage.MostTextChars)[0];
        return _shown = part.Length < _shown.Length ? _shown : part;
    }

    private static JsonElement Final(string stream) => ActivityJson.Of(new { type = "streaminfo", streamType = "final", streamId = stream });
}
