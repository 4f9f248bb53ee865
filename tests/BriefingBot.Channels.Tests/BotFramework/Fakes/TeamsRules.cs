using System.Text.Json.Nodes;

namespace BriefingBot.Channels.Tests.BotFramework.Fakes;

/// <summary>What Teams documents of what it takes.</summary>
internal sealed class TeamsRules(TimeProvider time)
{
    private const int MostBytes = 28 * 1024;
    private const string Message = "https://schema.org/Message";

    private static readonly (int Most, TimeSpan Within)[] Rates = [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30))];

    // Pace is measured where the request arrives, a little after it was sent.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(999);

    private readonly Lock _lock = new();
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, Streamed> _streams = [];
    private readonly Dictionary<string, List<DateTimeOffset>> _sends = [];

    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_lock)
                return [.. _faults];
        }
    }

    public void Fault(string fault)
    {
        lock (_lock)
            _faults.Add(fault);
    }

    /// <summary>Whether a conversation gets more than Teams takes at once; then it is not taken.</summary>
    public bool IsTooMany(JsonObject activity)
    {
        lock (_lock)
        {
            var conversation = activity["conversation"]!["id"]!.GetValue<string>();
            var now = time.GetUtcNow();
            var sends = _sends.TryGetValue(conversation, out var known) ? known : _sends[conversation] = [];
            sends.RemoveAll(sent => now - sent >= Rates[^1].Within);
            sends.Add(now);
            return Rates.Any(rate => sends.Count(sent => now - sent < rate.Within) > rate.Most);
        }
    }

    public void Check(JsonObject activity, string text)
    {
        lock (_lock)
        {
            if (text.Length * 2 > MostBytes)
                _faults.Add($"a message of {text.Length * 2} bytes");
            CheckStream(activity);
            CheckAi(activity);
            foreach (var attachment in activity["attachments"] as JsonArray ?? [])
                CheckCard(attachment!);
        }
    }

    /// <summary>A stream is known by the id that its first activity got.</summary>
    public void Name(JsonObject activity, string id)
    {
        lock (_lock)
        {
            if (Info(activity) is { } info && info["streamId"] is null)
                _streams[id] = new Streamed(time.GetUtcNow(), time.GetUtcNow(), 1, "", IsFinal: false);
        }
    }

    private void CheckStream(JsonObject activity)
    {
        if (Info(activity) is not { } info)
        {
            return;
        }

        var (kind, isFinal) = (info["streamType"]!.GetValue<string>(), info["streamType"]!.GetValue<string>() == "final");
        if (activity["conversation"]!["conversationType"]?.GetValue<string>() != "personal")
            _faults.Add("a stream outside a personal chat");
        if (activity["type"]!.GetValue<string>() != (isFinal ? "message" : "typing"))
            _faults.Add($"{kind} in a {activity["type"]}");
        if (isFinal != info["streamSequence"] is null)
            _faults.Add($"{kind} with sequence {info["streamSequence"]}");
        if (!isFinal && (activity["attachments"] is not null || activity["channelData"] is not null || (activity["entities"] as JsonArray)!.Count > 1))
            _faults.Add("attachments, labels or feedback before the end of a stream");
        if (info["streamId"]?.GetValue<string>() is not { } id)
        {
            if (info["streamSequence"]?.GetValue<int>() != 1)
                _faults.Add("a stream that does not begin with 1");
            return;
        }

        Continue(id, kind, info, activity["text"]?.GetValue<string>() ?? "");
    }

    private void Continue(string id, string kind, JsonNode info, string text)
    {
        if (!_streams.TryGetValue(id, out var stream))
        {
            _faults.Add($"a stream {id} that nobody began");
            return;
        }

        var now = time.GetUtcNow();
        if (stream.IsFinal)
            _faults.Add("a stream that goes on after its end");
        if (now - stream.Last < Pace)
            _faults.Add($"{(now - stream.Last).TotalMilliseconds} ms between two parts of a stream");
        if (now - stream.Begun > TimeSpan.FromMinutes(2))
            _faults.Add("a stream of more than two minutes");
        if (kind != "final" && info["streamSequence"]!.GetValue<int>() != stream.Sequence + 1)
            _faults.Add($"sequence {info["streamSequence"]} after {stream.Sequence}");
        if (kind == "streaming" && !text.StartsWith(stream.Text, StringComparison.Ordinal))
            _faults.Add("a text that does not go on where it was");
        _streams[id] = stream with { Last = now, Sequence = stream.Sequence + 1, Text = kind == "streaming" ? text : stream.Text, IsFinal = kind == "final" };
    }

    private void CheckAi(JsonObject activity)
    {
        var roots = (activity["entities"] as JsonArray ?? []).Where(entity => entity!["type"]?.GetValue<string>() == Message).ToList();
        if (roots.Count > 1)
            _faults.Add("more than one root entity");
        foreach (var root in roots)
        {
            if (root!["@id"]?.GetValue<string>() is not "" || root["@type"]?.GetValue<string>() != "Message" || root["@context"]?.GetValue<string>() != "https://schema.org")
                _faults.Add("a root entity without @id, @type and @context");
            var citations = root["citation"] as JsonArray ?? [];
            if (citations.Count > 10)
                _faults.Add($"{citations.Count} citations");
            foreach (var appearance in citations.Select(citation => citation!["appearance"]!))
            {
                if (appearance["name"]?.GetValue<string>() is not { Length: > 0 and <= 80 } || appearance["abstract"]?.GetValue<string>() is not { Length: > 0 and <= 160 })
                    _faults.Add("a citation whose name or abstract is missing or too long");
                CheckUrl(appearance["url"]);
            }
        }
    }

    private void CheckCard(JsonNode attachment)
    {
        var card = attachment["content"]!;
        if (attachment["contentType"]?.GetValue<string>() != "application/vnd.microsoft.card.adaptive" || !Version.TryParse(card["version"]?.GetValue<string>(), out var version) || version > new Version(1, 5))
            _faults.Add("a card of a kind or version that Teams does not show");
        foreach (var part in Parts(card).Where(part => part["type"]?.GetValue<string>() is "Action.OpenUrl" or "Image"))
            CheckUrl(part["url"], part["type"]!.GetValue<string>() == "Image");
    }

    private void CheckUrl(JsonNode? url, bool isImage = false)
    {
        if (isImage || (url is not null && !(Uri.TryCreate(url.GetValue<string>(), UriKind.Absolute, out var address) && (address.Scheme is "http" or "https"))))
            _faults.Add($"an address that may not be opened or loaded: {url}");
    }

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject part => [part, .. part.SelectMany(member => Parts(member.Value))],
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };

    private static JsonNode? Info(JsonObject activity) => (activity["entities"] as JsonArray ?? []).FirstOrDefault(entity => entity!["type"]?.GetValue<string>() == "streaminfo");

    private sealed record Streamed(DateTimeOffset Begun, DateTimeOffset Last, int Sequence, string Text, bool IsFinal);
}
