using BriefingBot.Postgres.Stores;
using Npgsql;

namespace BriefingBot.Postgres.Updates;

/// <summary>The right of one connection to update a corpus. The server takes it back when the connection ends, however it ends.</summary>
internal sealed class Turn : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _corpus;

    private Turn(NpgsqlConnection connection, string corpus) => (_connection, _corpus) = (connection, corpus);

    /// <param name="connection">Opened.</param>
    /// <param name="corpus">The name of the corpus.</param>
    /// <param name="mayLeave">Whether not to wait for another's turn to end.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Null if it is another's turn.</returns>
    public static async Task<Turn?> TakeAsync(NpgsqlConnection connection, string corpus, bool mayLeave, CancellationToken cancellation)
    {
        await using var command = Command(connection, mayLeave ? "pg_try_advisory_lock" : "pg_advisory_lock", corpus);
        command.CommandTimeout = 0; // a first update takes what it takes
        return await command.ExecuteScalarAsync(cancellation) is false ? null : new Turn(connection, corpus);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var command = Command(_connection, "pg_advisory_unlock", _corpus);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
        {
            // The connection is gone, and the lock with it.
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string function, string corpus) => new($"SELECT {function}($1, $2)", connection)
    {
        Parameters = { new() { Value = Locks.Class }, new() { Value = Locks.Of(corpus) } },
    };
}
