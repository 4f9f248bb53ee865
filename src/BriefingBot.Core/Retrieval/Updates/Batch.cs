using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Updates;

/// <summary>What one transaction changes.</summary>
internal sealed class Batch
{
    // What an article costs beside its text, counted as if it were text.
    private const int ArticleInChars = 200;

    public List<StoredFile> Files { get; } = [];

    public List<long> RemovedFiles { get; } = [];

    public List<NumberedArticle> Articles { get; } = [];

    public List<MovedArticle> Moved { get; } = [];

    /// <summary>The numbers of articles that are gone.</summary>
    public List<long> Removed { get; } = [];

    /// <summary>The number of the next article after those here.</summary>
    public long NextArticle { get; set; }

    /// <summary>The number of the next file after those here.</summary>
    public long NextFile { get; set; }

    public long LengthInChars { get; private set; }

    public bool IsEmpty => Files.Count + RemovedFiles.Count + Articles.Count + Moved.Count + Removed.Count == 0;

    public void Add(NumberedArticle article)
    {
        Articles.Add(article);
        LengthInChars += article.Article.Text.Length + ArticleInChars;
    }
}

/// <summary>An article with the numbers it and its file are stored under.</summary>
internal sealed record NumberedArticle(long Number, long File, Article Article, byte[] Digest);

/// <summary>An article that is as it was, under another id or in another file.</summary>
internal sealed record MovedArticle(long Number, string Id, long File);
