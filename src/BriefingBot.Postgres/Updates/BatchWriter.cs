using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval.Updates;
using Npgsql;

namespace BriefingBot.Postgres.Updates;

/// <summary>Commits batches of one corpus. After a failure it is of no use, and closing its connection rolls back.</summary>
internal sealed class BatchWriter(NpgsqlConnection connection, CorpusState corpus, string where)
{
    private const string RemoveSlots = """
        WITH removed AS (DELETE FROM briefingbot.passage WHERE corpus = $1 AND article = ANY ($2) RETURNING slot, lexemes),
          less AS (
            SELECT lexeme, count(*) FILTER (WHERE slot > 0) AS passages, count(*) FILTER (WHERE slot = 0) AS titles
            FROM removed, unnest(lexemes) GROUP BY lexeme)
        UPDATE briefingbot.term SET passages = term.passages - less.passages, titles = term.titles - less.titles
        FROM less WHERE term.corpus = $1 AND term.lexeme = less.lexeme
        """;

    private const string RemoveArticles = """
        WITH removed AS (
          UPDATE briefingbot.article SET file = NULL WHERE corpus = $1 AND number = ANY ($2) AND file IS NOT NULL
          RETURNING passages, title_terms, passage_terms)
        SELECT count(*), coalesce(sum(passages), 0), coalesce(sum(title_terms), 0), coalesce(sum(passage_terms), 0) FROM removed
        """;

    private const string AddTerms = """
        INSERT INTO briefingbot.term (corpus, lexeme, passages, titles)
        SELECT $1, * FROM unnest($2::text[], $3::int[], $4::int[])
        ON CONFLICT (corpus, lexeme) DO UPDATE SET passages = term.passages + excluded.passages, titles = term.titles + excluded.titles
        """;

    private const string AddTotals = """
        UPDATE briefingbot.corpus SET articles = articles + $2, passages = passages + $3, title_terms = title_terms + $4, passage_terms = passage_terms + $5,
          first_day = (SELECT min(published) FROM briefingbot.article WHERE corpus = $1 AND file IS NOT NULL),
          last_day = (SELECT max(published) FROM briefingbot.article WHERE corpus = $1 AND file IS NOT NULL)
        WHERE number = $1
        """;

    private long _generation = corpus.Generation;
    private bool _isPurged;

    /// <param name="batch">What changes.</param>
    /// <param name="built">Its articles; null if it has none.</param>
    /// <param name="cancellation">Rolls back.</param>
    public async Task WriteAsync(Batch batch, BuiltBatch? built, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await BeginAsync(batch, cancellation);
        await WriteFilesAsync(batch, cancellation);
        foreach (var (number, id, file) in batch.Moved)
            await ExecuteAsync("UPDATE briefingbot.article SET id = $3, file = $4 WHERE corpus = $1 AND number = $2", cancellation, number, id, file);
        var totals = await RemoveAsync(batch.Removed, cancellation);
        if (built is not null)
        {
            await AddAsync(built, cancellation);
            totals += built.Added;
        }

        await ExecuteAsync(AddTotals, cancellation, totals.Articles, totals.Passages, totals.TitleTerms, totals.PassageTerms);
        await transaction.CommitAsync(cancellation);
        _generation++;
    }

    /// <summary>Sorts what was written last into the index, so that searches need not look through it.</summary>
    public Task FinishAsync(CancellationToken cancellation) =>
        _generation == corpus.Generation ? Task.CompletedTask
            : ExecuteAsync($"SELECT gin_clean_pending_list('{CorpusRows.LexemeIndex(corpus.Number)}'), $1", cancellation);

    private async Task BeginAsync(Batch batch, CancellationToken cancellation)
    {
        var updated = await ExecuteAsync(
            "UPDATE briefingbot.corpus SET generation = generation + 1, next_article = $3, next_file = $4 WHERE number = $1 AND generation = $2",
            cancellation, _generation, batch.NextArticle, batch.NextFile);
        if (updated == 0)
            throw Failures.Busy(where);
        if (_isPurged)
            return;

        // Who found one of the articles that were gone before this update has had time to read it.
        _isPurged = true;
        await ExecuteAsync("DELETE FROM briefingbot.article WHERE corpus = $1 AND file IS NULL", cancellation);
    }

    private async Task WriteFilesAsync(Batch batch, CancellationToken cancellation)
    {
        if (batch.RemovedFiles.Count + batch.Files.Count == 0)
            return;

        long[] numbers = [.. batch.RemovedFiles, .. batch.Files.Select(file => file.Number)];
        await ExecuteAsync("DELETE FROM briefingbot.file WHERE corpus = $1 AND number = ANY ($2)", cancellation, numbers);
        var rows = new CopyWriter();
        foreach (var file in batch.Files.GroupBy(file => file.Number).Select(versions => versions.Last()))
        {
            rows.Row(7);
            rows.Field(corpus.Number);
            rows.Field(file.Number);
            rows.Field(file.Path);
            rows.Field(file.LengthInBytes);
            rows.Field(file.ModifiedTicks);
            rows.Field(file.Hash);
            rows.Field(file.Problems);
        }

        await CopyAsync("COPY briefingbot.file (corpus, number, path, size, modified, hash, problems) FROM STDIN (FORMAT binary)", rows.Finish(), cancellation);
    }

    /// <returns>What they take from the corpus, as negative sums.</returns>
    private async Task<Totals> RemoveAsync(List<long> articles, CancellationToken cancellation)
    {
        if (articles.Count == 0)
            return default;

        long[] numbers = [.. articles];
        await ExecuteAsync(RemoveSlots, cancellation, numbers);
        await ExecuteAsync("DELETE FROM briefingbot.term WHERE corpus = $1 AND passages <= 0 AND titles <= 0", cancellation);
        await using var command = Command(RemoveArticles, numbers);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return default(Totals) - new Totals((int)row.GetInt64(0), (int)row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
    }

    private async Task AddAsync(BuiltBatch built, CancellationToken cancellation)
    {
        await CopyAsync(BuiltBatch.CopyArticles, built.Articles, cancellation);
        await CopyAsync(BuiltBatch.CopySlots, built.Slots, cancellation);
        string[] lexemes = [.. built.Terms.Keys.Order(StringComparer.Ordinal)];
        await ExecuteAsync(
            AddTerms, cancellation, lexemes, lexemes.Select(lexeme => built.Terms[lexeme].Passages).ToArray(), lexemes.Select(lexeme => built.Terms[lexeme].Titles).ToArray());
    }

    private async Task CopyAsync(string sql, ReadOnlyMemory<byte> rows, CancellationToken cancellation)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(sql, cancellation);
        await stream.WriteAsync(rows, cancellation);
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(corpus.Number);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        return command;
    }
}
