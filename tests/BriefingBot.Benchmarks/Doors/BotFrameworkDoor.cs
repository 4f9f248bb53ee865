using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BriefingBot.Benchmarks.Doors;

/// <summary>Bot Framework as the bot sees it: keys, tokens and a connector that notes when the answers come. The channel is one that shows an answer in one message.</summary>
internal sealed class BotFrameworkDoor : IDoor
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Issuer = "https://api.botframework.com";
    private const string ChannelId = "webchat";

    private readonly WebApplication _connector;
    private readonly string _endpoint;
    private readonly HttpClient _http = new();
    private readonly RSA _key = RSA.Create(2048);
    private readonly Channel<long> _answered = Channel.CreateUnbounded<long>();

    private BotFrameworkDoor(WebApplication connector, string endpoint) => (_connector, _endpoint) = (connector, endpoint);

    public string Name => $"Bot Framework ({_endpoint})";

    public IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Bot:AppId", AppId), new("Bot:Password", "benchmark"), new("Bot:Endpoint", _endpoint), new("Bot:Metadata", $"{Url}/metadata"), new("Bot:TokenEndpoint", $"{Url}/token"),
    ];

    private string Url => _connector.Urls.First();

    public static async Task<BotFrameworkDoor> StartAsync(string endpoint)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = builder.Build();
        var door = new BotFrameworkDoor(connector, endpoint);
        connector.MapGet("/metadata", () => new { issuer = Issuer, jwks_uri = $"{door.Url}/keys" });
        connector.MapGet("/keys", door.Keys);
        connector.MapPost("/token", () => new { access_token = "benchmark", expires_in = 3600 });
        connector.MapPost("/v3/conversations/{conversation}/activities/{reply?}", door.TakeAsync);
        await connector.StartAsync();
        return door;
    }

    public async Task<double> AskAsync(string server, string question, int number)
    {
        var token = Token();
        var start = Stopwatch.GetTimestamp();
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "message",
            id = $"{number}",
            channelId = ChannelId,
            serviceUrl = Url,
            from = new { id = "user" },
            recipient = new { id = "bot" },
            conversation = new { id = $"conversation-{number}" },
            text = question,
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server}/api/messages") { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start, await _answered.Reader.ReadAsync()).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _connector.StopAsync();
        await _connector.DisposeAsync();
        _key.Dispose();
    }

    private string Token() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = AppId,
        Expires = DateTime.UtcNow.AddHours(1),
        Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["serviceurl"] = Url },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
    });

    private object Keys()
    {
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        return new { keys = (object[])[new { kty = "RSA", use = "sig", kid = "one", n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent), endorsements = (string[])[ChannelId] }] };
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var activity = await request.ReadFromJsonAsync<JsonElement>();
        if (activity.GetProperty("type").GetString() == "message")
            _answered.Writer.TryWrite(Stopwatch.GetTimestamp());
        return Results.Json(new { id = "1" });
    }
}
