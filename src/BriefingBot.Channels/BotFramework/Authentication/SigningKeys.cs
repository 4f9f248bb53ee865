using System.Text.Json;
using BriefingBot.Channels.BotFramework.Activities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace BriefingBot.Channels.BotFramework.Authentication;

/// <summary>The keys that channels sign with, fetched when first needed, daily, and where one is unknown. Thread-safe.</summary>
internal sealed partial class SigningKeys(IHttpClientFactory clients, CloudAddresses cloud, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    public const string Client = "bot-keys";

    private const int MostBytes = 1024 * 1024;

    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    // Tokens with made-up keys must not make us ask all the time.
    private static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _fetching = new(1);
    private Known _known = new([], DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <returns>Null where there is no such key.</returns>
    public async Task<SigningKey?> FindAsync(string id, CancellationToken cancellation)
    {
        var known = _known;
        if (!known.Keys.ContainsKey(id) || time.GetUtcNow() - known.Fetched > Fresh)
            known = await RefreshAsync(known, id, cancellation);
        return known.Keys.GetValueOrDefault(id);
    }

    public void Dispose() => _fetching.Dispose();

    // One fetches, the others wait for what it brings. Keys that cannot be fetched anew serve on. Where a key was not among those fetched, it is waited before others are looked for.
    private async Task<Known> RefreshAsync(Known seen, string id, CancellationToken cancellation)
    {
        await _fetching.WaitAsync(cancellation);
        try
        {
            if (!ReferenceEquals(seen, _known) || (seen.Keys.Count > 0 && time.GetUtcNow() - seen.Vain < LeastPause))
                return _known;
            var now = time.GetUtcNow();
            return _known = await FetchAsync(cancellation) is { Count: > 0 } keys ? new Known(keys, now, keys.ContainsKey(id) ? DateTimeOffset.MinValue : now) : seen with { Vain = now };
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<Dictionary<string, SigningKey>?> FetchAsync(CancellationToken cancellation)
    {
        try
        {
            using var metadata = JsonDocument.Parse(await GetAsync(cloud.Metadata, cancellation));
            var address = ActivityJson.Text(metadata.RootElement, "jwks_uri");
            if (!Uri.TryCreate(address, UriKind.Absolute, out var keys) || !(keys.Scheme == Uri.UriSchemeHttps || keys.IsLoopback))
                throw new InvalidDataException("the metadata name no jwks_uri");
            return Read(await GetAsync(keys, cancellation));
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException or JsonException or ArgumentException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            LogFailure(log, cloud.Metadata, failure.Message);
            return null;
        }
    }

    private async Task<string> GetAsync(Uri address, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        client.MaxResponseContentBufferSize = MostBytes;
        return await client.GetStringAsync(address, cancellation);
    }

    // The library keeps endorsements nowhere that says of which kind they are.
    private static Dictionary<string, SigningKey> Read(string text)
    {
        Dictionary<string, SigningKey> keys = new(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(text);
        foreach (var json in ActivityJson.List(document.RootElement, "keys"))
        {
            var key = new JsonWebKey(json.GetRawText());
            if (key is { Kid.Length: > 0, Kty: JsonWebAlgorithmsKeyTypes.RSA } && key.Use is null or "" or "sig")
                keys[key.Kid] = new SigningKey(key, [.. ActivityJson.List(json, "endorsements").Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)]);
        }

        return keys;
    }

    [LoggerMessage(LogLevel.Warning, "Keys of channels could not be fetched from {Address}: {Reason}")]
    private static partial void LogFailure(ILogger log, Uri address, string reason);

    private sealed record Known(Dictionary<string, SigningKey> Keys, DateTimeOffset Fetched, DateTimeOffset Vain);
}

/// <param name="Key">RSA.</param>
/// <param name="Endorsements">The channels it may sign for.</param>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlyList<string> Endorsements);
