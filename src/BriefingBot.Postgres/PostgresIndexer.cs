using BriefingBot.Articles;
using BriefingBot.Postgres.Updates;
using BriefingBot.Retrieval;

namespace BriefingBot.Postgres;

/// <summary>Keeps a corpus on a PostgreSQL server, which any number of nodes may read and update: one updates at a time, and the others wait for it.</summary>
/// <param name="options">The server.</param>
/// <param name="corpus">The name of the corpus on it.</param>
public sealed class PostgresIndexer(PostgresOptions options, string corpus) : IIndexer
{
    /// <summary>The server's own tools do that better.</summary>
    public void BackUp(string folder) => throw new IndexException("An index in PostgreSQL is backed up with pg_dump or the server's own archive, not by this program.");

    public IPassageIndex Open()
    {
        var server = options.ReadConnectionString is { Length: > 0 } replica
            ? new Server(replica, "Postgres:ReadConnectionString", corpus, TimeProvider.System)
            : Primary();
        try
        {
            return new PostgresIndex(server);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <remarks>After a lost connection it starts again; articles it had committed before count as unchanged.</remarks>
    public async Task<UpdateOutcome> UpdateAsync(
        Corpus corpus, UpdateOptions? options = null, IProgress<UpdateProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        options ??= new UpdateOptions();
        var files = corpus.Files();
        using var server = Primary();
        return await server.TryAsync(async stop => await new Update(server, files, options, progress).RunAsync(stop), cancellation);
    }

    private Server Primary() => new(options.ConnectionString, "Postgres:ConnectionString", corpus, TimeProvider.System);
}
