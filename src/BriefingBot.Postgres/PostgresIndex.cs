using BriefingBot.Articles;
using BriefingBot.Postgres.Checks;
using BriefingBot.Postgres.Searches;
using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres;

/// <summary>
/// Reads a corpus on a PostgreSQL server. A search sees one commit whole, and the next one sees what any node has committed since. An article that was
/// found can be read until the second update after that. A connection that is lost is opened again.
/// </summary>
public sealed class PostgresIndex : IPassageIndex
{
    // The articles that are read to be ranked come with the search that finds them, not one by one.
    private const int ReadAhead = 60;

    private readonly Server _server;
    private readonly ArticleCache _cache = new();
    private readonly CommitCache<(PassageFilter? Filter, DateOnly? AsOf), CorpusState> _totals = new();
    private readonly FilteredCounts _filteredCounts = new();
    private readonly CommitCache<(PassageFilter? Filter, DateOnly? AsOf), IReadOnlyList<OutletCount>> _outlets = new();

    internal PostgresIndex(Server server)
    {
        _server = server;
        if (!_server.Try(() => HasTables(server)))
            throw Failures.Missing(server.Where);
        _ = ExtentOf(null);
    }

    public CorpusExtent ExtentOf(PassageFilter? filter, DateOnly? asOf = null) => Run((connection, corpus) => Within(connection, corpus, filter, asOf).Extent);

    public Candidates Search(CandidateQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Most, 1, nameof(query));
        return Transact(connection =>
        {
            var (corpus, counts) = TermCount.Read(connection, _server.Corpus, query.Terms);
            var searched = Within(connection, Known(corpus), query.Filter, query.AsOf);
            var found = new PassageSearch(connection, corpus!, searched, _filteredCounts).Search(query, counts);
            _cache.Enter(corpus!.Number, corpus.Generation);
            long[] ahead = [.. found.Hits.Select(hit => hit.Article).Distinct().Take(ReadAhead).Where(article => _cache.Find(article) is null)];
            foreach (var (number, article) in Articles(connection, corpus, ahead))
                _cache.Add(corpus.Number, corpus.Generation, number, article);
            return found;
        });
    }

    public Article Read(long article) => _cache.Find(article) ?? Run((connection, corpus) =>
        Articles(connection, corpus, [article]) is [var (_, found)] ? found : throw NoArticle(connection, corpus, article));

    public Article? Find(string id, PassageFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Run((connection, corpus) =>
            Articles(connection, ArticleRows.SelectById, corpus, StoredText.Of(id)).Select(found => found.Article).FirstOrDefault(article => filter?.Admits(article.Provenance) != false));
    }

    public ArticleList List(ListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Run((connection, corpus) =>
            new ArticleList(Within(connection, corpus, query.Filter, null).Extent.Articles, new ListedArticles(connection, corpus).List(query)));
    }

    public IReadOnlyList<OutletCount> Outlets(PassageFilter? filter = null) => Run((connection, corpus) =>
        _outlets.GetOrAdd(corpus, (filter, null), () => new ListedArticles(connection, corpus).Outlets(filter)));

    public IReadOnlyList<string> Verify(Corpus? corpus = null) => Run((connection, stored) =>
    {
        var check = new IndexCheck(connection, stored);
        check.Run();
        if (corpus is not null)
            check.CompareFiles(corpus);
        return check.Problems;
    });

    public void Dispose() => _server.Dispose();

    /// <summary>Does something within one commit.</summary>
    private T Run<T>(Func<NpgsqlConnection, CorpusState, T> read) =>
        Transact(connection => read(connection, Known(CorpusState.Find(connection, _server.Corpus))));

    private T Transact<T>(Func<NpgsqlConnection, T> read) => _server.Try(() =>
    {
        using var connection = _server.Open();
        using var transaction = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        var result = read(connection);
        transaction.Commit();
        return result;
    });

    private static bool HasTables(Server server)
    {
        using var connection = server.Open();
        return Migrations.Exist(connection);
    }

    private CorpusState Known(CorpusState? corpus) =>
        corpus is null ? throw Failures.Missing(_server.Where)
            : corpus.IsCurrent ? corpus : throw Failures.OtherVersion(_server.Where);

    private CorpusState Within(NpgsqlConnection connection, CorpusState corpus, PassageFilter? filter, DateOnly? asOf) =>
        ArticleFilter.IsEmpty(filter, asOf) ? corpus
            : _totals.GetOrAdd(corpus, (filter, asOf), () => new ListedArticles(connection, corpus).Within(filter, asOf));

    private List<(long Number, Article Article)> Articles(NpgsqlConnection connection, CorpusState corpus, long[] numbers) =>
        numbers.Length == 0 ? [] : Articles(connection, ArticleRows.Select, corpus, numbers);

    private List<(long Number, Article Article)> Articles(NpgsqlConnection connection, string sql, CorpusState corpus, object sought)
    {
        List<(long, Article)> articles = [];
        using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(corpus.Number);
        command.Parameters.AddWithValue(sought);
        using var row = command.ExecuteReader();
        try
        {
            while (row.Read())
                articles.Add(ArticleRows.Read(row));
            return articles;
        }
        catch (ArgumentException damage)
        {
            throw Failures.Damaged(_server.Where, damage.Message.ReplaceLineEndings(" "));
        }
    }

    private IndexException NoArticle(NpgsqlConnection connection, CorpusState corpus, long article)
    {
        using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM briefingbot.passage WHERE corpus = $1 AND article = $2)", connection);
        command.Parameters.AddWithValue(corpus.Number);
        command.Parameters.AddWithValue(article);
        return (bool)command.ExecuteScalar()!
            ? Failures.Damaged(_server.Where, $"article {article} is indexed but not stored")
            : new IndexException($"The index of {_server.Where} has no article {article} any more: it was updated meanwhile; ask again.");
    }
}
