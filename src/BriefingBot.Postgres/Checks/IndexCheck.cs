using BriefingBot.Articles;
using BriefingBot.Postgres.Stores;
using BriefingBot.Postgres.Updates;
using BriefingBot.Retrieval.Updates;
using Npgsql;

namespace BriefingBot.Postgres.Checks;

/// <summary>Reads everything of a corpus, indexes it again without writing, and names what is not the same, a line each.</summary>
internal sealed class IndexCheck(NpgsqlConnection connection, CorpusState corpus)
{
    private const int ArticlesAtOnce = 500;

    private readonly List<string> _problems = [];
    private readonly SlotReader _slots = new();

    public IReadOnlyList<string> Problems => _problems;

    public void Run()
    {
        CheckLexemeIndex();
        var sum = default(Totals);
        long last = 0;
        for (var read = ArticlesAtOnce; read == ArticlesAtOnce;)
        {
            var articles = ReadArticles(last);
            read = articles.Count;
            last = read == 0 ? last : articles[^1].Number;
            CheckSlots(articles);
            foreach (var article in articles)
                sum += article.Totals;
        }

        CheckTerms();
        var (articlesHere, passagesHere) = (corpus.Extent.Articles, corpus.Extent.Passages);
        if (new Totals(articlesHere, passagesHere, corpus.TitleTerms, corpus.PassageTerms) != sum)
            _problems.Add($"{sum.Articles} articles with {sum.Passages} passages are stored, {articlesHere} with {passagesHere} are indexed");
    }

    /// <summary>Compares the files of a corpus with what was read of them.</summary>
    public void CompareFiles(Corpus files)
    {
        var stored = new StoredCorpus(connection, corpus).Files();
        foreach (var file in files.Files())
        {
            if (!stored.Remove(file.Path, out var known))
                _problems.Add($"{file.Path}: is not indexed; run index");
            else if (known.Hash is null || known.Hash != Corpus.Hash(file))
                _problems.Add($"{file.Path}: has changed since it was indexed; run index");
        }

        _problems.AddRange(stored.Keys.Select(path => $"{path}: is indexed but no longer there; run index"));
    }

    private void CheckLexemeIndex()
    {
        using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass($1) AND indisvalid)", connection);
        command.Parameters.AddWithValue(CorpusRows.LexemeIndex(corpus.Number));
        if (!(bool)command.ExecuteScalar()!)
            _problems.Add("the index over its lexemes is missing");
    }

    private sealed record Stored(long Number, Article Article, Totals Totals);

    private List<Stored> ReadArticles(long after)
    {
        using var command = new NpgsqlCommand(ArticleRows.SelectSome, connection);
        command.Parameters.AddWithValue(corpus.Number);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(ArticlesAtOnce);
        using var row = command.ExecuteReader();
        List<Stored> articles = [];
        while (row.Read())
            articles.Add(ReadArticle(row));
        return articles;
    }

    private Stored ReadArticle(NpgsqlDataReader row)
    {
        var totals = new Totals(1, row.GetInt32(13), row.GetInt32(14), row.GetInt32(15));
        try
        {
            var (number, article) = ArticleRows.Read(row);
            if (!ArticleDigest.Of(article).AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(12)))
                _problems.Add($"{article.Id}: its hash is wrong");
            return new Stored(number, article, totals);
        }
        catch (ArgumentException damage)
        {
            _problems.Add($"{row.GetString(1)}: cannot be read ({damage.Message.ReplaceLineEndings(" ")})");
            return new Stored(row.GetInt64(0), new Article("damaged", "", "", new Provenance(null, null, null, null, null, ""), []), totals);
        }
    }

    private void CheckSlots(List<Stored> articles)
    {
        using var command = new NpgsqlCommand(
            "SELECT article, slot, span_start, span_end, terms, tsvectorsend(lexemes) FROM briefingbot.passage WHERE corpus = $1 AND article = ANY ($2)", connection);
        command.Parameters.AddWithValue(corpus.Number);
        command.Parameters.AddWithValue(articles.Select(article => article.Number).ToArray());
        using var row = command.ExecuteReader();
        Dictionary<(long Article, int Slot), Slot> stored = [];
        while (row.Read())
        {
            var span = row.GetInt32(1) == 0 ? (TextSpan?)null : new TextSpan(row.GetInt32(2), row.GetInt32(3));
            stored.Add((row.GetInt64(0), row.GetInt32(1)), new Slot(span, row.GetInt32(4), row.GetFieldValue<byte[]>(5)));
        }

        foreach (var article in articles)
            CheckSlots(article, stored);
        _problems.AddRange(stored.Keys.Select(extra => $"article {extra.Article}: passage {extra.Slot} is not of its text"));
    }

    private void CheckSlots(Stored article, Dictionary<(long Article, int Slot), Slot> stored)
    {
        var expected = _slots.Read(article.Article);
        for (var slot = 0; slot < expected.Count; slot++)
        {
            if (!stored.Remove((article.Number, slot), out var found))
                _problems.Add($"{article.Article.Id}: passage {slot} is not indexed");
            else if (found.Span != expected[slot].Span || found.Terms != expected[slot].Terms || !LexemeSet.Equal(found.Lexemes, expected[slot].Lexemes))
                _problems.Add($"{article.Article.Id}: passage {slot} is indexed wrongly");
        }
    }

    private void CheckTerms()
    {
        using var command = new NpgsqlCommand("SELECT lexeme, passages, titles FROM briefingbot.term WHERE corpus = $1", connection);
        command.Parameters.AddWithValue(corpus.Number);
        using var row = command.ExecuteReader();
        var (counted, wrong) = (0, 0);
        while (row.Read())
        {
            counted++;
            wrong += _slots.Terms.GetValueOrDefault(row.GetString(0)) == new TermsOfBatch(row.GetInt32(1), row.GetInt32(2)) ? 0 : 1;
        }

        if (wrong > 0 || counted != _slots.Terms.Count)
            _problems.Add($"terms: {counted} are counted, {wrong} of them wrongly; the articles have {_slots.Terms.Count}");
    }
}
