using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Stores;

namespace BriefingBot.Sqlite.Searches;

/// <summary>Lists, counts and finds the articles of one commit.</summary>
internal sealed class ListedArticles(Reader reader, Snapshot snapshot)
{
    public ArticleList List(ListQuery query)
    {
        List<ListedArticle> articles = [];
        var total = 0;
        using var row = reader.Database.Prepare(ArticleRows.SelectListed);
        foreach (var place in Admitted(query.Filter))
        {
            if (total++ < query.Skip || articles.Count == query.Most)
                continue;
            var segment = snapshot.Segments[place.Segment].Segment;
            var passages = segment.FirstSlots[place.Article + 1] - segment.FirstSlots[place.Article] - 1;
            if (ArticleRows.ReadListed(row, segment.ArticleNumbers[place.Article], passages) is { } listed)
                articles.Add(listed);
        }

        return new ArticleList(total, articles);
    }

    public IReadOnlyList<OutletCount> Outlets(PassageFilter? filter)
    {
        Dictionary<string, (long First, int Count)> counts = new(StringComparer.Ordinal);
        foreach (var place in Admitted(filter))
        {
            var segment = snapshot.Segments[place.Segment].Segment;
            if (segment.FacetNames[segment.Outlets[place.Article]] is { } key)
                counts[key] = counts.TryGetValue(key, out var known) ? known with { Count = known.Count + 1 } : (segment.ArticleNumbers[place.Article], 1);
        }

        using var row = reader.Database.Prepare("SELECT outlet FROM article WHERE number = ?");
        return [.. counts.OrderByDescending(outlet => outlet.Value.Count).ThenBy(outlet => outlet.Key, StringComparer.Ordinal)
            .Select(outlet => new OutletCount(Name(row, outlet.Value.First) ?? outlet.Key, outlet.Value.Count))];
    }

    public Article? Find(string id, PassageFilter? filter)
    {
        using var row = reader.Database.Prepare("SELECT number FROM article WHERE id = ? ORDER BY number");
        row.Bind(1, id);
        while (row.Step())
        {
            if (snapshot.Has(row.Integer(0)) && reader.Article(row.Integer(0)) is { } article && filter?.Admits(article.Provenance) != false)
                return article;
        }

        return null;
    }

    private IEnumerable<Place> Admitted(PassageFilter? filter)
    {
        var scope = new Scope(snapshot, filter, asOf: null);
        return snapshot.Listed(reader.Database).Where(scope.Has);
    }

    private static string? Name(Statement row, long article)
    {
        var name = row.Bind(1, article).Step() ? row.TextOrNull(0) : null;
        row.Reset();
        return name;
    }
}
