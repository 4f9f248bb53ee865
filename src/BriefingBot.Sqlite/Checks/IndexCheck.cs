using BriefingBot.Articles;
using BriefingBot.Sqlite.Searches;
using BriefingBot.Sqlite.Segments;
using BriefingBot.Sqlite.Stores;

namespace BriefingBot.Sqlite.Checks;

/// <summary>Reads everything that is stored of the articles and names what does not fit the index, a line each.</summary>
internal sealed class IndexCheck(Database database, Snapshot snapshot)
{
    private readonly List<string> _problems = [];

    public List<string> Run()
    {
        CheckPages();
        using var article = database.Prepare(ArticleRows.Select);
        foreach (var segment in snapshot.Segments)
        {
            for (var i = 0; i < segment.Segment.Articles; i++)
            {
                if (segment.Has(i))
                    CheckArticle(article.Bind(1, segment.Segment.ArticleNumbers[i]), segment.Segment, i);
            }
        }

        CheckCounts();
        return _problems;
    }

    /// <summary>Compares the files of a corpus with what was read of them.</summary>
    public void CompareFiles(Corpus corpus)
    {
        Dictionary<string, string?> stored = [];
        using var rows = database.Prepare("SELECT path, hash FROM file");
        while (rows.Step())
            stored.Add(rows.Text(0), rows.TextOrNull(1));

        foreach (var file in corpus.Files())
        {
            if (!stored.Remove(file.Path, out var hash))
                _problems.Add($"{file.Path}: is not indexed; run index");
            else if (hash is null || hash != Corpus.Hash(file))
                _problems.Add($"{file.Path}: has changed since it was indexed; run index");
        }

        _problems.AddRange(stored.Keys.Select(path => $"{path}: is indexed but no longer there; run index"));
    }

    private void CheckPages()
    {
        using var check = database.Prepare("PRAGMA quick_check(10)");
        while (check.Step())
        {
            if (check.Text(0) != "ok")
                _problems.Add($"index file: {check.Text(0).ReplaceLineEndings(" ")}");
        }
    }

    private void CheckArticle(Statement row, Segment segment, int position)
    {
        var number = segment.ArticleNumbers[position];
        if (!row.Step())
        {
            _problems.Add($"article {number}: is indexed but not stored");
            return;
        }

        try
        {
            var article = ArticleRows.Read(row);
            if (!ArticleRows.IsIntact(row, article))
                _problems.Add($"{article.Id}: its hash is wrong");
            for (var slot = segment.FirstSlots[position] + 1; slot < segment.FirstSlots[position + 1]; slot++)
            {
                if (segment.Starts[slot] >= segment.Ends[slot] || segment.Ends[slot] > article.Text.Length)
                    _problems.Add($"{article.Id}: passage {segment.Span(slot)} is outside its article");
            }
        }
        catch (Exception damage) when (Failures.IsDamage(damage))
        {
            _problems.Add($"article {number}: cannot be read ({damage.Message})");
        }
        finally
        {
            row.Reset();
        }
    }

    private void CheckCounts()
    {
        var stored = database.Scalar("SELECT count(*) FROM article WHERE file IN (SELECT number FROM file)");
        if (stored != snapshot.Totals.Articles)
            _problems.Add($"{stored} articles are stored, {snapshot.Totals.Articles} are indexed");
    }
}
