using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Slack;

/// <summary>Calls of Slack's Web API. Thread-safe.</summary>
internal sealed class SlackClient(IOptions<SlackOptions> options, SlackPace pace) : IDisposable
{
    private const int MostTries = 5;

    // Slack asks for seconds to a minute; who is told to wait longer is told that it failed.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // A token must not follow a redirect.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = 4_000_000 };

    /// <exception cref="SlackException">Slack refuses it, or cannot be reached.</exception>
    public Task<JsonElement> CallAsync(SlackWorkspace workspace, string method, JsonObject arguments, CancellationToken cancellation) =>
        SendAsync($"{workspace.Name}/{method}", method, new Uri(options.Value.ApiUrl, method), workspace.BotToken, arguments, cancellation);

    /// <summary>A call that an app-level token is for.</summary>
    /// <exception cref="SlackException">Slack refuses it, or cannot be reached.</exception>
    public Task<JsonElement> CallAsAppAsync(string appToken, string method, CancellationToken cancellation) =>
        SendAsync($"app/{method}", method, new Uri(options.Value.ApiUrl, method), appToken, [], cancellation);

    /// <summary>Answers a slash command or a button where Slack said.</summary>
    /// <exception cref="SlackException">It is no address of Slack's, or Slack refuses it.</exception>
    public async Task RespondAsync(string responseUrl, JsonObject message, CancellationToken cancellation)
    {
        if (!IsOfSlack(responseUrl, out var address))
            throw new SlackException("response_url", "it is no address of Slack's");
        await SendAsync("response_url", "response_url", address, token: null, message, cancellation);
    }

    /// <summary>Whether an answer may be sent there.</summary>
    public bool IsOfSlack(string? responseUrl) => IsOfSlack(responseUrl, out _);

    public void Dispose() => _http.Dispose();

    private bool IsOfSlack(string? responseUrl, out Uri address) =>
        Uri.TryCreate(responseUrl, UriKind.Absolute, out address!) && address.UserInfo.Length == 0 && options.Value.ResponseUrl.IsBaseOf(address);

    private async Task<JsonElement> SendAsync(string limit, string method, Uri address, string? token, JsonObject arguments, CancellationToken cancellation)
    {
        var body = Encoding.UTF8.GetBytes(arguments.ToJsonString(SlackJson.Readable));
        for (var tries = 1; ; tries++)
        {
            await pace.AllowedAsync(limit, cancellation);
            var (answer, wait) = await TryAsync(method, address, token, body, isLast: tries == MostTries, cancellation);
            if (answer is { } given)
                return given;
            if (wait is { } asked)
                pace.Forbid(limit, asked);
            else
                await pace.WaitAsync(Backoff(tries), cancellation);
        }
    }

    /// <returns>The answer; or how long Slack wants to be left alone; or neither, where it is to be tried again soon.</returns>
    private async Task<(JsonElement? Answer, TimeSpan? Wait)> TryAsync(string method, Uri address, string? token, byte[] body, bool isLast, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            if (response.StatusCode == HttpStatusCode.TooManyRequests && !isLast && WaitOf(response) is var wait && wait <= LongestWait)
                return (null, wait);
            if ((int)response.StatusCode >= 500 && !isLast)
                return (null, null);
            return (await ReadAsync(method, response, cancellation), null);
        }
        catch (HttpRequestException failure) when (!isLast && failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            // Nothing was sent, so nothing is sent twice.
            return (null, null);
        }
        catch (HttpRequestException failure)
        {
            throw new SlackException(method, $"no answer ({failure.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SlackException(method, "no answer in time");
        }
    }

    private static async Task<JsonElement> ReadAsync(string method, HttpResponseMessage response, CancellationToken cancellation)
    {
        var text = await response.Content.ReadAsStringAsync(cancellation);
        if (method == "response_url")
            return response.IsSuccessStatusCode ? default : throw new SlackException(method, Status(response));
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.Field("ok").ValueKind == JsonValueKind.True
                ? json.RootElement.Clone()
                : throw new SlackException(method, WordOf(json.RootElement.Text("error")) ?? Status(response));
        }
        catch (JsonException)
        {
            throw new SlackException(method, Status(response));
        }
    }

    private static string Status(HttpResponseMessage response) => $"HTTP status {(int)response.StatusCode}";

    // It goes to a log: Slack's words are letters and underscores.
    private static string? WordOf(string? error) => error is { Length: > 0 and <= 80 } && error.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':' or '-') ? error : null;

    private static TimeSpan WaitOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Retry-After", out var values) && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(1);

#pragma warning disable CA5394 // Jitter needs no secret.
    private static TimeSpan Backoff(int tries) => TimeSpan.FromMilliseconds(Math.Pow(2, tries) * 250 * (0.5 + Random.Shared.NextDouble()));
#pragma warning restore CA5394
}
