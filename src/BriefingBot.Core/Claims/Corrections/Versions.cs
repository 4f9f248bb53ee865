using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Of articles under one address, only the newest counts.</summary>
internal sealed class Versions
{
    private readonly Dictionary<string, Article> _before = new(StringComparer.Ordinal);

    /// <param name="articles">Best first. Without a written day none can be told to be the newer: such stay.</param>
    /// <param name="most">How many are wanted.</param>
    public Versions(IEnumerable<Article> articles, int most = int.MaxValue)
    {
        List<Article> all = [.. articles.DistinctBy(article => article.Id)];
        var newest = all.Where(article => article.Provenance is { Url: not null, Published: not null }).GroupBy(article => Address(article.Provenance.Url!), StringComparer.Ordinal)
            .ToDictionary(versions => versions.Key, versions => versions.OrderByDescending(version => version.Provenance.Published).ToList(), StringComparer.Ordinal);
        foreach (var versions in newest.Values)
        {
            if (versions.Find(version => version.Provenance.Published < versions[0].Provenance.Published) is { } before)
            {
                _before[versions[0].Id] = before;
            }
        }

        Current = [.. all.Select(Newest).DistinctBy(article => article.Id).Take(most)];
        Article Newest(Article article) =>
            article.Provenance is { Url: { } url, Published: { } day } && newest[Address(url)][0] is var last && last.Provenance.Published > day ? last : article;
    }

    /// <summary>Those that nothing replaces; each stands where the best of its versions stood.</summary>
    public IReadOnlyList<Article> Current { get; }

    /// <summary>The last version before; null if there is none.</summary>
    public Article? Before(Article article) => _before.GetValueOrDefault(article.Id);

    private static string Address(string url) => url.Split('#', '?')[0].TrimEnd('/');
}
