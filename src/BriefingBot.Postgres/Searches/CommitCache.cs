using System.Diagnostics.CodeAnalysis;
using BriefingBot.Postgres.Stores;

namespace BriefingBot.Postgres.Searches;

/// <summary>What was counted lately over one commit of a corpus. Thread-safe.</summary>
internal sealed class CommitCache<TKey, TValue>
    where TKey : notnull
{
    private const int MostValues = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue> _values = [];
    private (int Corpus, long Generation) _of;

    public bool TryGet(CorpusState corpus, TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            value = default;
            return _of == (corpus.Number, corpus.Generation) && _values.TryGetValue(key, out value);
        }
    }

    public void Add(CorpusState corpus, TKey key, TValue value)
    {
        lock (_lock)
        {
            if (_of != (corpus.Number, corpus.Generation) || _values.Count >= MostValues)
                _values.Clear();
            _of = (corpus.Number, corpus.Generation);
            _values[key] = value;
        }
    }

    public TValue GetOrAdd(CorpusState corpus, TKey key, Func<TValue> count)
    {
        if (!TryGet(corpus, key, out var value))
            Add(corpus, key, value = count());
        return value;
    }
}
