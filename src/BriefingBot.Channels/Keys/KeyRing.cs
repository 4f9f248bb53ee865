using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriefingBot.Answers;

namespace BriefingBot.Channels.Keys;

/// <summary>The API keys in the journal: a stream each, whose last entry counts. Thread-safe; processes may share the journal.</summary>
public sealed partial class KeyRing(IJournal journal)
{
    private const string Prefix = "key/";

    private ImmutableList<ApiKey> _keys = [];

    /// <summary>As of the last reading or change, by name.</summary>
    public IReadOnlyList<ApiKey> Keys => _keys;

    /// <exception cref="JournalException">It cannot be read.</exception>
    public async Task ReadAsync(CancellationToken cancellation = default)
    {
        SortedDictionary<string, ApiKey> keys = new(StringComparer.Ordinal);
        await foreach (var entry in journal.ReadAllAsync(Prefix, cancellation))
        {
            var name = entry.Stream[Prefix.Length..];
            if (HashIn(entry) is { } hash)
                keys[name] = new ApiKey(name, hash, entry.At);
            else
                keys.Remove(name);
        }

        _keys = [.. keys.Values];
    }

    /// <summary>Makes a key.</summary>
    /// <returns>The key itself, which is kept nowhere.</returns>
    /// <exception cref="KeyException">The name cannot be one, or there is a key of it.</exception>
    /// <exception cref="JournalException">It cannot be kept.</exception>
    public async Task<string> AddAsync(string name, CancellationToken cancellation = default)
    {
        if (!Name.IsMatch(name))
            throw new KeyException($"{name}: a key cannot be named so; use 1 to 64 of a-z, 0-9, dot, - and _, for instance \"reports\"");

        var secret = ApiKey.NewSecret();
        var entry = JsonSerializer.Serialize(new KeyEntry(Convert.ToHexStringLower(ApiKey.HashOf(secret))), JsonSerializerOptions.Web);
        var stream = Prefix + name;
        if (!await journal.TryBeginAsync(stream, entry, cancellation))
        {
            if (HashIn((await journal.ReadAsync(stream, 1, cancellation))[^1]) is not null)
                throw new KeyException($"{name}: there is a key of this name; choose another, or remove it first: briefingbot keys remove {name}");
            await journal.AppendAsync(stream, entry, cancellation);
        }

        await ReadAsync(cancellation);
        return secret;
    }

    /// <exception cref="KeyException">There is no such key.</exception>
    /// <exception cref="JournalException">That cannot be kept.</exception>
    public async Task RemoveAsync(string name, CancellationToken cancellation = default)
    {
        await ReadAsync(cancellation);
        if (!_keys.Exists(key => key.Name.Equals(name, StringComparison.Ordinal)))
            throw new KeyException($"{name}: there is no key of this name; briefingbot keys list names them");
        await journal.AppendAsync(Prefix + name, JsonSerializer.Serialize(new KeyEntry(null), JsonSerializerOptions.Web), cancellation);
        await ReadAsync(cancellation);
    }

    /// <summary>The key that was given; null if it is none. Takes as long whichever it is.</summary>
    public ApiKey? Find(string secret)
    {
        var hash = ApiKey.HashOf(secret);
        ApiKey? found = null;
        foreach (var key in _keys)
            found = key.IsOf(hash) ? key : found;
        return found;
    }

    private static byte[]? HashIn(JournalEntry entry) =>
        JsonSerializer.Deserialize<KeyEntry>(entry.Text, JsonSerializerOptions.Web)?.Sha256 is { } hash ? Convert.FromHexString(hash) : null;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name { get; }

    /// <param name="Sha256">Lower-case hexadecimal; null once the key is removed.</param>
    private sealed record KeyEntry(string? Sha256);
}
