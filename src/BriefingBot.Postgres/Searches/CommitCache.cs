using BriefingBot.Postgres.Stores;

namespace BriefingBot.Postgres.Searches;

/// <summary>What was counted lately over one commit of a corpus. Thread-safe.</summary>
internal sealed class CommitCache<TKey, TValue>
    where TKey : notnull
{
    private const int MostValues = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue> _values = [];
    private (int Corpus, long Generation) _of;

    public TValue GetOrAdd(CorpusState corpus, TKey key, Func<TValue> count)
    {
        lock (_lock)
        {
            if (_of == (corpus.Number, corpus.Generation) && _values.TryGetValue(key, out var known))
                return known;
        }

        var value = count();
        lock (_lock)
        {
            if (_of != (corpus.Number, corpus.Generation) || _values.Count >= MostValues)
                _values.Clear();
            _of = (corpus.Number, corpus.Generation);
            _values[key] = value;
        }

        return value;
    }
}
