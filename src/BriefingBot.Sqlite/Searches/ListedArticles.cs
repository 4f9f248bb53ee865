using BriefingBot.Retrieval;

namespace BriefingBot.Sqlite.Searches;

/// <summary>Lists the articles of one commit.</summary>
internal static class ListedArticles
{
    public static List<ListedArticle> Read(Database database, Snapshot snapshot)
    {
        List<ListedArticle> articles = [];
        using var row = database.Prepare("SELECT id, title, outlet, published FROM article WHERE number = ?");
        foreach (var searched in snapshot.Segments)
        {
            var segment = searched.Segment;
            for (var i = 0; i < segment.Articles; i++)
            {
                if (!searched.Has(i) || !row.Bind(1, segment.ArticleNumbers[i]).Step())
                    continue;
                var published = row.IsNull(3) ? (DateOnly?)null : DateOnly.FromDayNumber((int)row.Integer(3));
                var passages = segment.FirstSlots[i + 1] - segment.FirstSlots[i] - 1;
                articles.Add(new ListedArticle(row.Text(0), row.Text(1), row.TextOrNull(2), published, passages));
                row.Reset();
            }
        }

        return articles;
    }
}
