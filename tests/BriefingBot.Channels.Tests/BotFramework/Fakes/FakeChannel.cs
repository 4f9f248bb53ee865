using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BriefingBot.Channels.Tests.BotFramework.Fakes;

/// <summary>
/// Bot Framework's side as a real server: keys, tokens and a connector that holds the bot to what Teams documents. What the bot breaks stands in <see cref="Faults"/>.
/// </summary>
public sealed class FakeChannel : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";

    private const string Secret = "correct horse";
    private const string BotToken = "the-bots-own-token";
    private const string Issuer = "https://api.botframework.com";

    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _slackKey = RSA.Create(2048);
    private readonly RSA _bareKey = RSA.Create(2048);
    private readonly RSA _nextKey = RSA.Create(2048);
    private readonly ConcurrentQueue<int> _tokenRefusals = new();
    private readonly ConcurrentQueue<(int Status, string? RetryAfter)> _refusals = new();
    private readonly TeamsRules _rules;
    private readonly List<SentActivity> _sent = [];
    private readonly SemaphoreSlim _came = new(0);
    private int _ids;

    private string _accepted = "";

    private FakeChannel(WebApplication app, TimeProvider time)
    {
        (_app, Time) = (app, time);
        _rules = new TeamsRules(time);
    }

    public string Url => _app.Urls.First();

    /// <summary>As Teams writes them, with a slash at the end.</summary>
    public string ServiceUrl => $"{Url}/amer/";

    public IReadOnlyList<string> Faults => _rules.Faults;

    public TimeProvider Time { get; }

    /// <summary>Whether the key "next" is among those that are given.</summary>
    public bool HasNextKey { get; set; }

    public bool GivesNoKeys { get; set; }

    public int TokensGiven { get; private set; }

    public int KeysGiven { get; private set; }

    public int Requests { get; private set; }

    public IReadOnlyList<SentActivity> Sent
    {
        get
        {
            lock (_sent)
                return [.. _sent];
        }
    }

    public static async Task<FakeChannel> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var channel = new FakeChannel(builder.Build(), time);
        channel.Map();
        await channel._app.StartAsync();
        return channel;
    }

    /// <summary>What the bot needs to know of it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Bot:AppId"] = AppId,
        ["Bot:Password"] = Secret,
        ["Bot:Metadata"] = $"{Url}/.well-known/openidconfiguration",
        ["Bot:TokenEndpoint"] = $"{Url}/token",
    };

    public void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(Settings);

    /// <summary>The next request of the connector gets this status; null for none before it is taken.</summary>
    public void RefuseNext(int status, string? retryAfter = null) => _refusals.Enqueue((status, retryAfter));

    /// <summary>The next request for a token gets this status.</summary>
    public void RefuseNextToken(int status) => _tokenRefusals.Enqueue(status);

    /// <summary>The token that the bot has is good no more.</summary>
    public void WithdrawToken() => _accepted = "";

    /// <summary>Waits until so many messages that are no typing have come.</summary>
    public async Task<IReadOnlyList<SentActivity>> MessagesAsync(int count, CancellationToken cancellation)
    {
        while (true)
        {
            var messages = Sent.Where(sent => sent.Type == "message").ToList();
            if (messages.Count >= count)
                return messages;

            // Long past any answer: what has not come by then does not come.
            if (!await _came.WaitAsync(TimeSpan.FromSeconds(30), cancellation))
                Assert.Fail($"Only {messages.Count} of {count} messages came: {string.Join(" | ", Sent.Select(sent => $"{sent.Type} {sent.Text}"))}");
        }
    }

    /// <summary>A token for an activity; each part may be made wrong, and the end left out by the longest time.</summary>
    public string Token(
        string? issuer = Issuer, string? audience = AppId, string? serviceUrl = "", string algorithm = SecurityAlgorithms.RsaSha256, string keyId = "one", RSA? key = null,
        TimeSpan? expires = null, TimeSpan? begins = null)
    {
        var now = DateTime.UtcNow;
        SecurityKey signing = algorithm.StartsWith("HS", StringComparison.Ordinal)
            ? new SymmetricSecurityKey(_key.ExportSubjectPublicKeyInfo()) { KeyId = keyId }
            : new RsaSecurityKey(key ?? (keyId == "slack" ? _slackKey : keyId == "bare" ? _bareKey : keyId == "next" ? _nextKey : _key)) { KeyId = keyId };
        var claims = new Dictionary<string, object>(StringComparer.Ordinal);
        if (serviceUrl is not null)
            claims["serviceurl"] = serviceUrl.Length == 0 ? ServiceUrl : serviceUrl;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = now + (begins ?? TimeSpan.FromMinutes(-1)),
            Expires = expires == TimeSpan.MaxValue ? null : now + (expires ?? TimeSpan.FromHours(1)),
            Claims = claims,
            SigningCredentials = new SigningCredentials(signing, algorithm),
        });
    }

    /// <summary>A token of the right content that nobody signed.</summary>
    public string TokenWithoutSignature() => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"one"}""")}.{Token().Split('.')[1]}.";

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Dispose();
        _slackKey.Dispose();
        _bareKey.Dispose();
        _nextKey.Dispose();
        _came.Dispose();
    }

    private void Map()
    {
        _app.MapGet("/.well-known/openidconfiguration", () => new { issuer = Issuer, jwks_uri = $"{Url}/keys" });
        _app.MapGet("/keys", () =>
        {
            KeysGiven++;
            object[] next = HasNextKey ? [Jwk(_nextKey, "next", ["msteams"])] : [];
            return GivesNoKeys ? Results.StatusCode(500) : Results.Json(new { keys = (object[])[Jwk(_key, "one", ["msteams", "webchat", "directline", "emulator"]), Jwk(_slackKey, "slack", ["slack"]), Jwk(_bareKey, "bare", null), .. next] });
        });
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (_tokenRefusals.TryDequeue(out var refusal))
                return Results.StatusCode(refusal);
            _accepted = $"{BotToken}-{++TokensGiven}";
            return form["client_id"] == AppId && form["client_secret"] == Secret && form["grant_type"] == "client_credentials" && form["scope"] == $"{Issuer}/.default"
                ? Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = _accepted }) : Results.BadRequest();
        });
        _app.MapPost("/amer/v3/conversations/{conversation}/activities/{reply?}", TakeAsync);
        _app.MapFallback(() =>
        {
            Requests++;
            _rules.Fault("a request that no connector takes");
            return Results.NotFound();
        });
    }

    private async Task<IResult> TakeAsync(string conversation, HttpRequest request)
    {
        Requests++;
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (request.Headers.Authorization != $"Bearer {_accepted}")
            return Results.Unauthorized();
        if (_refusals.TryDequeue(out var refusal))
        {
            if (refusal.RetryAfter is not null)
                request.HttpContext.Response.Headers.RetryAfter = refusal.RetryAfter;
            if (refusal.Status == StatusCodes.Status307TemporaryRedirect)
                return Results.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Results.Json(new { error = new { code = "ContentStreamNotAllowed", message = "refused by the test" } }, statusCode: refusal.Status);
        }

        var activity = JsonNode.Parse(text)!.AsObject();
        if (activity["conversation"]?["id"]?.GetValue<string>() != IdIn(conversation))
            _rules.Fault($"conversation {conversation} of the address is not that of the activity");
        if (_rules.IsTooMany(activity))
            return Results.Json(new { error = new { code = "Throttled", message = "too many" } }, statusCode: StatusCodes.Status429TooManyRequests);
        _rules.Check(activity, text);
        var id = activity["entities"] is JsonArray entities && entities.FirstOrDefault(entity => entity?["streamId"] is not null)?["streamId"]?.GetValue<string>() is { } stream
            ? stream : $"1:{Interlocked.Increment(ref _ids)};x|y";
        _rules.Name(activity, id);
        lock (_sent)
            _sent.Add(new SentActivity(IdIn(conversation), id, request.Headers.UserAgent.ToString(), JsonElement.Parse(text)));
        _came.Release();
        return Results.Json(new { id }, statusCode: StatusCodes.Status201Created);
    }

    // A server decodes everything in a path but this.
    private static string IdIn(string segment) => segment.Replace("%2F", "/", StringComparison.Ordinal);

    private static Dictionary<string, object> Jwk(RSA key, string id, string[]? endorsements)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var jwk = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (endorsements is not null)
            jwk["endorsements"] = endorsements;
        return jwk;
    }
}

/// <param name="Conversation">Of the address.</param>
/// <param name="Id">That the channel gave it.</param>
/// <param name="Agent">What sent it.</param>
/// <param name="Json">As it came.</param>
public sealed record SentActivity(string Conversation, string Id, string Agent, JsonElement Json)
{
    public string Type => Json.GetProperty("type").GetString()!;

    public string Text => Json.TryGetProperty("text", out var text) ? text.GetString()! : "";

    /// <summary>informative, streaming or final; null for none.</summary>
    public string? StreamType => Entity("streaminfo") is { } info ? info.GetProperty("streamType").GetString() : null;

    public JsonElement? Entity(string type) =>
        Json.TryGetProperty("entities", out var entities) && entities.EnumerateArray().FirstOrDefault(entity => entity.GetProperty("type").GetString() == type) is { ValueKind: JsonValueKind.Object } found ? found : null;

    public JsonElement? Card => Json.TryGetProperty("attachments", out var attachments) ? attachments[0].GetProperty("content") : null;
}
