using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Tests.Slack;

/// <summary>A Slack that enforces its own limits: a real server for HTTP and WebSockets on loopback. What breaks a limit or a rate fails the test at its end.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    public const string Team = "T0BRIEF01";
    public const string BotUser = "U0BOT0001";
    public const string BotToken = "xoxb-secret-of-the-bot";
    public const string AppToken = "xapp-secret-of-the-app";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<FakeMessage> _messages = [];
    private readonly List<string> _calls = [];
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, Queue<string>> _refusals = [];
    private readonly Dictionary<string, DateTimeOffset> _notBefore = [];
    private readonly Dictionary<string, int> _responses = [];
    private readonly ConcurrentQueue<string> _socketHosts = new();
    private readonly SemaphoreSlim _changed = new(0);
    private readonly BlockingCollection<FakeSocket> _sockets = [];
    private int _stamps;

    private FakeSlack(WebApplication app, LeapingClock clock) => (_app, Clock) = (app, clock);

    public LeapingClock Clock { get; }

    /// <summary>The Enterprise Grid organization that the app is installed for; null where it is for one workspace.</summary>
    public string? Organization { get; set; }

    public Uri ApiUrl => new($"{_app.Urls.First()}/api/");

    public Uri ResponseUrl => new($"{_app.Urls.First()}/hooks/");

    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages];
        }
    }

    /// <summary>The methods that were called, in order.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    public static async Task<FakeSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var slack = new FakeSlack(app, new LeapingClock());
        app.UseWebSockets();
        app.MapPost("/api/{method}", slack.CallAsync);
        app.MapPost("/hooks/{id}", slack.RespondAsync);
        app.Map("/socket", slack.SocketAsync);
        await app.StartAsync();
        return slack;
    }

    /// <summary>The next connection of Socket Mode.</summary>
    public FakeSocket Connected() => _sockets.TryTake(out var socket, millisecondsTimeout: 15_000, TestContext.Current.CancellationToken) ? socket : throw new TimeoutException("The bot has not connected.");

    /// <summary>The next calls of a method fail, one after another: with an error word, with 429 where it is <c>wait N</c>, or they are sent to the method <c>elsewhere</c> where it is <c>redirect</c>.</summary>
    public void Refuse(string method, params ReadOnlySpan<string> errors)
    {
        lock (_lock)
            _refusals[method] = new Queue<string>(errors.ToArray());
    }

    /// <summary>The next connection of Socket Mode is to go to this host.</summary>
    public void SendSocketTo(string host) => _socketHosts.Enqueue(host);

    /// <summary>Returns once it holds of the messages.</summary>
    public async Task<IReadOnlyList<FakeMessage>> UntilAsync(Func<IReadOnlyList<FakeMessage>, bool> holds)
    {
        while (!holds(Messages))
        {
            // Long past any answer: what has not come by then does not come.
            if (!await _changed.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken))
                Assert.Fail($"Slack was called only so: {string.Join(' ', Calls)}; it holds {string.Join(" | ", Messages.Select(message => message.Shown))}");
        }

        return Messages;
    }

    /// <summary>Fails where the bot has broken a limit or a rate.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _sockets.Dispose();
        _changed.Dispose();
        Assert.Empty(_faults);
    }

    private async Task<IResult> CallAsync(string method, HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        lock (_lock)
        {
            try
            {
                return Answer(method, request, JsonNode.Parse(body)!.AsObject());
            }
            finally
            {
                _changed.Release();
            }
        }
    }

    private IResult Answer(string method, HttpRequest request, JsonObject arguments)
    {
        _calls.Add(method);
        Demand(request.ContentType == "application/json; charset=utf-8", $"{method}: content type {request.ContentType}");
        var isOfApp = method == "apps.connections.open";
        if (request.Headers.Authorization != $"Bearer {(isOfApp ? AppToken : BotToken)}")
            return Results.Json(new { ok = false, error = "invalid_auth" });
        Demand(!_notBefore.TryGetValue(method, out var allowed) || Clock.GetUtcNow() >= allowed, $"{method}: called before Retry-After was over");
        if (_refusals.TryGetValue(method, out var refusals) && refusals.TryDequeue(out var refusal))
        {
            if (refusal == "message_not_in_streaming_state")
                Find(arguments)!.IsStreaming = false;
            return Refused(method, refusal, request.HttpContext);
        }

        return method switch
        {
            "auth.test" => Results.Json(new { ok = true, team_id = Organization ?? Team, user_id = BotUser, enterprise_id = Organization, is_enterprise_install = Organization is not null }),
            "apps.connections.open" => Results.Json(new { ok = true, url = $"ws://{(_socketHosts.TryDequeue(out var host) ? host : "127.0.0.1")}:{ApiUrl.Port}/socket?ticket=1" }),
            "chat.postMessage" => Post(arguments),
            "chat.update" => Update(arguments),
            "chat.startStream" => Start(arguments),
            "chat.appendStream" => Append(arguments),
            "chat.stopStream" => Stop(arguments),
            _ => Results.Json(new { ok = false, error = "unknown_method" }),
        };
    }

    private IResult Refused(string method, string refusal, HttpContext http)
    {
        if (refusal == "redirect")
            return Results.Redirect("/api/elsewhere", permanent: false, preserveMethod: true);
        if (!refusal.StartsWith("wait ", StringComparison.Ordinal))
            return Results.Json(new { ok = false, error = refusal });
        _notBefore[method] = Clock.GetUtcNow().AddSeconds(int.Parse(refusal[5..], CultureInfo.InvariantCulture));
        http.Response.Headers.RetryAfter = refusal[5..];
        return Results.Json(new { ok = false, error = "ratelimited" }, statusCode: 429);
    }

    private IResult Post(JsonObject arguments)
    {
        Demand(arguments["unfurl_links"]?.GetValue<bool>() == false && arguments["unfurl_media"]?.GetValue<bool>() == false, "chat.postMessage: links are unfurled");
        Demand(arguments["mrkdwn"]?.GetValue<bool>() == false, "chat.postMessage: the notification is formatted");
        FakeMessage message = new(Word(arguments, "channel")!, NextStamp(), Word(arguments, "thread_ts"));
        Write(message, arguments);
        return Keep(message);
    }

    private IResult Update(JsonObject arguments)
    {
        if (Find(arguments) is not { IsStreaming: false } message)
            return Results.Json(new { ok = false, error = "message_not_found" });
        message.Markdown = "";
        Write(message, arguments);
        return Results.Json(new { ok = true, ts = message.Stamp });
    }

    private IResult Start(JsonObject arguments)
    {
        var channel = Word(arguments, "channel")!;
        Demand(Word(arguments, "thread_ts") is not null, "chat.startStream: no thread_ts");
        Demand(channel[0] == 'D' || (Word(arguments, "recipient_user_id") is not null && Word(arguments, "recipient_team_id") is not null), "chat.startStream: no recipient in a channel");
        FakeMessage message = new(channel, NextStamp(), Word(arguments, "thread_ts")) { IsStreaming = true };
        Grow(message, arguments);
        return Keep(message);
    }

    private IResult Append(JsonObject arguments)
    {
        if (Find(arguments) is not { IsStreaming: true } message)
            return Results.Json(new { ok = false, error = "message_not_in_streaming_state" });
        Demand(Word(arguments, "markdown_text") is { Length: > 0 }, "chat.appendStream: no text");
        Grow(message, arguments);
        return Results.Json(new { ok = true });
    }

    private IResult Stop(JsonObject arguments)
    {
        if (Find(arguments) is not { IsStreaming: true } message)
            return Results.Json(new { ok = false, error = "message_not_in_streaming_state" });
        message.IsStreaming = false;
        Grow(message, arguments);
        message.Blocks = arguments["blocks"]?.DeepClone().AsArray() ?? [];
        _faults.AddRange(SlackLimits.Faults(message.Markdown, message.Blocks));
        return Results.Json(new { ok = true });
    }

    private IResult Keep(FakeMessage message)
    {
        var now = Clock.GetUtcNow();
        Demand(_messages.FindLast(last => last.Channel == message.Channel) is not { } before || now - before.At >= TimeSpan.FromSeconds(1), $"{message.Channel}: two messages in one second");
        message.At = now;
        _messages.Add(message);
        return Results.Json(new { ok = true, ts = message.Stamp, channel = message.Channel });
    }

    private void Grow(FakeMessage message, JsonObject arguments)
    {
        var text = Word(arguments, "markdown_text") ?? "";
        message.Markdown += text;
        message.Grown += text.Length > 0 ? 1 : 0;
        Demand(message.Markdown.Length <= 12_000, "a streamed text of more than 12,000 characters");
    }

    private void Write(FakeMessage message, JsonObject arguments)
    {
        message.Text = Word(arguments, "text") ?? "";
        message.Blocks = arguments["blocks"]?.DeepClone().AsArray() ?? [];
        Demand(message.Text.Length > 0, "a message without text for notifications");
        _faults.AddRange(SlackLimits.Faults(message.Text, message.Blocks));
    }

    private async Task<IResult> RespondAsync(string id, HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var arguments = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        lock (_lock)
        {
            Demand(request.Headers.Authorization.Count == 0, "a token was sent to a response_url");
            Demand(Word(arguments, "response_type") == "ephemeral" && arguments["replace_original"]?.GetValue<bool>() == false, "an answer to one user that others see, or that takes the place of what was pressed");
            Demand((_responses[id] = _responses.GetValueOrDefault(id) + 1) <= 5, "more than five answers to one command");
            Demand(arguments["mrkdwn"]?.GetValue<bool>() == false, "an answer whose notification is formatted");
            FakeMessage message = new($"response {id}", NextStamp(), Thread: null) { At = Clock.GetUtcNow() };
            Write(message, arguments);
            _messages.Add(message);
        }

        _changed.Release();
        return Results.Text("ok");
    }

    private async Task SocketAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var fake = new FakeSocket(socket, http.Request.Host.Host);
        _sockets.Add(fake);
        await fake.EndedAsync(http.RequestAborted);
    }

    private FakeMessage? Find(JsonObject arguments) => _messages.Find(message => message.Stamp == Word(arguments, "ts") && message.Channel == Word(arguments, "channel"));

    private string NextStamp() => $"1767600000.{Interlocked.Increment(ref _stamps):D6}";

    private static string? Word(JsonObject arguments, string name) => arguments[name]?.GetValue<string>();

    private void Demand(bool holds, string fault)
    {
        if (!holds)
            _faults.Add(fault);
    }
}

/// <summary>A message as Slack would show it.</summary>
internal sealed record FakeMessage(string Channel, string Stamp, string? Thread)
{
    public DateTimeOffset At { get; set; }

    public string Text { get; set; } = "";

    /// <summary>What was streamed, above the blocks.</summary>
    public string Markdown { get; set; } = "";

    /// <summary>How often the streamed text grew.</summary>
    public int Grown { get; set; }

    public bool IsStreaming { get; set; }

    public JsonArray Blocks { get; set; } = [];

    /// <summary>All that is shown: one line for each block's text.</summary>
    public string Shown => string.Join('\n', SlackLimits.Texts(Blocks).Prepend(Markdown));
}
