using BriefingBot.Retrieval.Updates;
using BriefingBot.Sqlite.Stores;

namespace BriefingBot.Sqlite.Updates;

/// <summary>The store as an update plan reads it.</summary>
internal sealed class StoredCorpus : IStoredCorpus
{
    private readonly Store _store;
    private readonly Database _database;
    private readonly Statement _articlesOfFile;

    public StoredCorpus(Store store)
    {
        _store = store;

        // A connection of its own: the plan goes ahead while the store is written.
        _database = Database.Open(store.Database.Path, writable: false);
        _articlesOfFile = _database.Prepare("SELECT number, id, digest FROM article WHERE file = ?");
    }

    public long NextArticle => _store.Counter("article");

    public long NextFile => _store.Counter("file");

    public Dictionary<string, StoredFile> Files() => _store.Files();

    public Dictionary<long, int> ArticlesPerFile() => _store.ArticlesPerFile();

    public IEnumerable<StoredArticle> ArticlesOf(long file)
    {
        _articlesOfFile.Bind(1, file);
        while (_articlesOfFile.Step())
            yield return new StoredArticle(_articlesOfFile.Integer(0), _articlesOfFile.Text(1), _articlesOfFile.Bytes(2).ToArray());
    }

    public void Dispose() => _database.Dispose();
}
