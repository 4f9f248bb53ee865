namespace BriefingBot.Retrieval.Updates;

/// <summary>What a store holds of a corpus, as an update compares it with the files. Read while the store is written.</summary>
internal interface IStoredCorpus : IDisposable
{
    /// <summary>The first free number.</summary>
    long NextArticle { get; }

    /// <summary>The first free number.</summary>
    long NextFile { get; }

    /// <summary>The files that are stored, by path.</summary>
    Dictionary<string, StoredFile> Files();

    /// <summary>How many articles each file has, by its number.</summary>
    Dictionary<long, int> ArticlesPerFile();

    IEnumerable<StoredArticle> ArticlesOf(long file);
}
