using BriefingBot.Articles;

namespace BriefingBot.Postgres.Searches;

/// <summary>Articles that were found lately, as they were found. Thread-safe.</summary>
internal sealed class ArticleCache
{
    private const int MostArticles = 2000;
    private const int MostChars = 16_000_000;

    private readonly Lock _lock = new();

    // What is asked for again moves to the young ones; once those are many, the old ones are forgotten and the young ones are old.
    private Dictionary<long, Article> _young = [];
    private Dictionary<long, Article> _old = [];
    private (int Corpus, long Generation) _of;
    private long _youngChars;

    /// <summary>Forgets all if what it holds is of another commit.</summary>
    public void Enter(int corpus, long generation)
    {
        lock (_lock)
        {
            if (_of == (corpus, generation))
                return;
            _of = (corpus, generation);
            (_young, _old, _youngChars) = ([], [], 0);
        }
    }

    public Article? Find(long number)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(number, out var young))
                return young;
            if (_old.TryGetValue(number, out var old))
                Keep(number, old);
            return old;
        }
    }

    /// <summary>Keeps an article of a commit, if that is still the one it holds.</summary>
    public void Add(int corpus, long generation, long number, Article article)
    {
        lock (_lock)
        {
            if (_of == (corpus, generation))
                Keep(number, article);
        }
    }

    private void Keep(long number, Article article)
    {
        if (_young.Count >= MostArticles || _youngChars > MostChars)
            (_old, _young, _youngChars) = (_young, [], 0);
        if (_young.TryAdd(number, article))
            _youngChars += article.Text.Length;
    }
}
