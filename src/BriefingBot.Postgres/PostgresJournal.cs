using System.Runtime.CompilerServices;
using BriefingBot.Answers;
using BriefingBot.Postgres.Journals;
using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres;

/// <summary>A journal on a PostgreSQL server, shared by its nodes. A connection that is lost is opened again, and nothing is added twice by that.</summary>
public sealed class PostgresJournal : IJournal
{
    // Commits at the same time share a flush of the server's; more connections than that make no more of them.
    private const int MostConnections = 16;

    private readonly Server _server;
    private readonly TimeProvider _time;
    private readonly EntryCommands _commands;

    private PostgresJournal(Server server, string name, TimeProvider time) => (_server, _time, _commands) = (server, time, new EntryCommands(name));

    /// <summary>Opens a journal, and makes its tables where there are none.</summary>
    /// <param name="options">The server.</param>
    /// <param name="name">Of the journal: that of the corpus that the nodes serve.</param>
    /// <param name="time">Tells when entries are added; null for the system's clock.</param>
    /// <exception cref="JournalException">The server cannot be used.</exception>
    public static PostgresJournal Open(PostgresOptions options, string name, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var server = new Server(
                options.ConnectionString, "Postgres:ConnectionString", $"the journal {name}", time ?? TimeProvider.System, JournalFailures.Of, MostConnections);
            try
            {
                server.Try(() => Migrate(server));
                return new PostgresJournal(server, StoredText.Of(name), time ?? TimeProvider.System);
            }
            catch
            {
                server.Dispose();
                throw;
            }
        }
        catch (IndexException failure)
        {
            throw new JournalException(failure.Message, failure);
        }
    }

    public async Task AppendAsync(string stream, string entry, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (id, name, at, text) = (Guid.CreateVersion7(), new StreamName(stream), _time.GetUtcNow(), WholeText.ToBytes(entry));
        await RunAsync(connection => _commands.Append(connection, id, name, at, text), async (command, stop) => await command.ExecuteNonQueryAsync(stop), cancellation);
    }

    public async Task<bool> TryBeginAsync(string stream, string entry, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (id, name, at, text) = (Guid.CreateVersion7(), new StreamName(stream), _time.GetUtcNow(), WholeText.ToBytes(entry));
        return (bool)await RunAsync(connection => _commands.TryBegin(connection, id, name, at, text), ScalarAsync, cancellation);
    }

    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(string stream, int most, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var name = new StreamName(stream);
        var newestFirst = await RunAsync(connection => _commands.Last(connection, name, most), EntriesAsync, cancellation);
        return [.. newestFirst.Select(row => row.Entry).Reverse()];
    }

    public async IAsyncEnumerable<JournalEntry> ReadAllAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var (last, newest) = (0L, (long)await RunAsync(_commands.Newest, ScalarAsync, cancellation));
        while (await RunAsync(connection => _commands.Page(connection, prefix, last, newest), EntriesAsync, cancellation) is [.., var (next, _)] page)
        {
            foreach (var (_, entry) in page)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return entry;
            }

            last = next;
        }
    }

    public async Task<int> ForgetAsync(string prefix, DateTimeOffset before, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return (int)(long)await RunAsync(connection => _commands.Forget(connection, prefix, before), ScalarAsync, cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int Migrate(Server server)
    {
        using var connection = server.Open();
        return Migrations.Apply(connection, server.Where);
    }

    private Task<T> RunAsync<T>(Func<NpgsqlConnection, NpgsqlCommand> prepare, Func<NpgsqlCommand, CancellationToken, Task<T>> run, CancellationToken cancellation) =>
        _server.TryAsync(
            async stop =>
            {
                await using var connection = await _server.OpenAsync(stop);
                await using var command = prepare(connection);
                return await run(command, stop);
            },
            cancellation);

    private static async Task<object> ScalarAsync(NpgsqlCommand command, CancellationToken cancellation) => (await command.ExecuteScalarAsync(cancellation))!;

    private async Task<List<(long Number, JournalEntry Entry)>> EntriesAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<(long, JournalEntry)> entries = [];
        while (await row.ReadAsync(cancellation))
            entries.Add((row.GetInt64(0), Entry(row)));
        return entries;
    }

    private JournalEntry Entry(NpgsqlDataReader row)
    {
        try
        {
            return new JournalEntry(WholeText.FromBytes(row.GetFieldValue<byte[]>(1)), row.GetFieldValue<DateTimeOffset>(2), WholeText.FromBytes(row.GetFieldValue<byte[]>(3)));
        }
        catch (InvalidDataException damage)
        {
            throw JournalFailures.Damaged(_server.Where, $"entry {row.GetInt64(0)}: {damage.Message}");
        }
    }
}
