namespace BriefingBot.Retrieval.Updates;

/// <summary>Stored articles that wait to be found again in the corpus, by their content.</summary>
internal sealed class StoredArticles
{
    private readonly Dictionary<string, List<StoredArticle>> _byDigest = [];

    public int Count { get; private set; }

    public IEnumerable<StoredArticle> Left => _byDigest.Values.SelectMany(articles => articles);

    public void Add(StoredArticle article)
    {
        var key = Convert.ToBase64String(article.Digest);
        if (!_byDigest.TryGetValue(key, out var same))
            _byDigest.Add(key, same = []);
        same.Add(article);
        Count++;
    }

    /// <summary>Takes out an article of this content, one of this id if there is one.</summary>
    /// <returns>Null if there is none.</returns>
    public StoredArticle? Take(byte[] digest, string id)
    {
        if (Count == 0 || !_byDigest.TryGetValue(Convert.ToBase64String(digest), out var same) || same.Count == 0)
            return null;

        var index = Math.Max(0, same.FindIndex(article => article.Id.Equals(id, StringComparison.Ordinal)));
        var found = same[index];
        same.RemoveAt(index);
        Count--;
        return found;
    }
}
