using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace BriefingBot.Channels.DirectLine;

/// <summary>What was said in one conversation, and who listens. Thread-safe.</summary>
internal sealed class DirectLineConversation(string id, IReadOnlyList<string> earlier)
{
    // A listener so far behind comes again with its watermark.
    private const int MostBehind = 500;

    private readonly Lock _lock = new();
    private readonly List<string> _activities = [.. earlier];
    private readonly Dictionary<string, string> _taken = Taken(earlier);
    private readonly List<Channel<DirectLineFrame>> _listeners = [];

    public string Id => id;

    public DateTimeOffset Used { get; set; }

    public bool IsListenedTo
    {
        get
        {
            lock (_lock)
                return _listeners.Count > 0;
        }
    }

    /// <summary>Adds an activity, which gets its place as id.</summary>
    /// <param name="make">Makes it with that id.</param>
    /// <param name="clientId">The client's own name of it: what it sends again is not added again. Null for none.</param>
    /// <param name="added">Its JSON; null where it was there already.</param>
    /// <returns>The id.</returns>
    public string Add(Func<string, string> make, string? clientId, out string? added)
    {
        lock (_lock)
        {
            added = null;
            if (clientId is not null && _taken.TryGetValue(clientId, out var known))
                return known;
            var name = $"{id}|{_activities.Count:D7}";
            added = make(name);
            _activities.Add(added);
            if (clientId is not null)
                _taken[clientId] = name;
            Tell(new DirectLineFrame([added], _activities.Count));
            return name;
        }
    }

    /// <summary>Tells those who listen now, and nobody later.</summary>
    public void Pass(string activity)
    {
        lock (_lock)
            Tell(new DirectLineFrame([activity], _activities.Count));
    }

    /// <summary>What came after a watermark; all where it is none of this conversation's.</summary>
    public DirectLineFrame Since(string? watermark)
    {
        lock (_lock)
            return new DirectLineFrame(_activities[From(watermark)..], _activities.Count);
    }

    /// <summary>What came after a watermark, then what comes.</summary>
    public ChannelReader<DirectLineFrame> Listen(string? watermark, CancellationToken cancellation)
    {
        var listener = Channel.CreateBounded<DirectLineFrame>(new BoundedChannelOptions(MostBehind) { SingleReader = true });
        lock (_lock)
        {
            if (From(watermark) is var from && from < _activities.Count)
                listener.Writer.TryWrite(new DirectLineFrame(_activities[from..], _activities.Count));
            _listeners.Add(listener);
        }

        cancellation.Register(() =>
        {
            lock (_lock)
                _listeners.Remove(listener);
            listener.Writer.TryComplete();
        });
        return listener.Reader;
    }

    private int From(string? watermark) => int.TryParse(watermark, out var from) && from >= 0 && from <= _activities.Count ? from : 0;

    private void Tell(DirectLineFrame frame)
    {
        foreach (var listener in _listeners.Where(listener => !listener.Writer.TryWrite(frame)).ToList())
        {
            _listeners.Remove(listener);
            listener.Writer.TryComplete();
        }
    }

    private static Dictionary<string, string> Taken(IReadOnlyList<string> activities)
    {
        Dictionary<string, string> taken = new(StringComparer.Ordinal);
        foreach (var activity in activities)
        {
            if (JsonNode.Parse(activity) is JsonObject json && ClientIdOf(json) is { } clientId)
                taken[clientId] = (string)json["id"]!;
        }

        return taken;
    }

    /// <summary>The client's own name of an activity; null where it gave none.</summary>
    public static string? ClientIdOf(JsonObject activity) =>
        activity["channelData"] is JsonObject data && data["clientActivityID"] is JsonValue value && value.TryGetValue<string>(out var id) && id.Length is > 0 and <= 200 ? id : null;
}

/// <param name="Activities">JSON.</param>
/// <param name="Watermark">How many there are with these.</param>
internal sealed record DirectLineFrame(IReadOnlyList<string> Activities, int Watermark)
{
    public string Json => $$"""{"activities":[{{string.Join(',', Activities)}}],"watermark":"{{Watermark}}"}""";
}
