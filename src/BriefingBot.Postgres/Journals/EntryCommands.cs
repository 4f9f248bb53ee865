using BriefingBot.Answers;
using Npgsql;

namespace BriefingBot.Postgres.Journals;

/// <summary>The statements of one journal among those of a server.</summary>
internal sealed class EntryCommands(string journal)
{
    private const string Columns = "(id, journal, kind, stream, is_first, at, content)";

    // What is held in memory of a long reading; one entry may be longer.
    private const int PageInBytes = 1_000_000;

    /// <summary>Once, however often it is run.</summary>
    public NpgsqlCommand Append(NpgsqlConnection connection, Guid id, StreamName stream, DateTimeOffset at, byte[] text) =>
        Entry(connection, $"INSERT INTO briefingbot_journal.entry {Columns} VALUES ($2, $1, $3, $4, false, $5, $6) ON CONFLICT DO NOTHING", id, stream, at, text);

    /// <summary>Tells whether this entry, by its id, is the first of its stream. Of two at once the second waits for the first.</summary>
    public NpgsqlCommand TryBegin(NpgsqlConnection connection, Guid id, StreamName stream, DateTimeOffset at, byte[] text) => Entry(
        connection,
        $"""
        WITH added AS (
          INSERT INTO briefingbot_journal.entry {Columns} SELECT $2, $1, $3, $4, true, $5, $6
          WHERE NOT EXISTS (SELECT FROM briefingbot_journal.entry WHERE journal = $1 AND stream = $4)
          ON CONFLICT DO NOTHING RETURNING number)
        SELECT EXISTS (SELECT FROM added) OR EXISTS (SELECT FROM briefingbot_journal.entry WHERE id = $2)
        """,
        id,
        stream,
        at,
        text);

    /// <summary>The newest first.</summary>
    public NpgsqlCommand Last(NpgsqlConnection connection, StreamName stream, int most) => Command(
        connection, "SELECT number, stream, at, content FROM briefingbot_journal.entry WHERE journal = $1 AND stream = $2 ORDER BY number DESC LIMIT $3", stream.Bytes, most);

    /// <summary>The number of the newest entry of any journal.</summary>
    public NpgsqlCommand Newest(NpgsqlConnection connection) => Command(connection, "SELECT coalesce(max(number), 0) FROM briefingbot_journal.entry WHERE $1 IS NOT NULL");

    /// <summary>The next entries of the streams whose names begin so, in their order; none after the last.</summary>
    public NpgsqlCommand Page(NpgsqlConnection connection, string prefix, long after, long until)
    {
        var (from, to, kind) = StreamName.Range(prefix);
        return Command(
            connection,
            $"""
            WITH page AS MATERIALIZED (
              SELECT number, octet_length(content) AS size FROM briefingbot_journal.entry
              WHERE journal = $1 AND number > $2 AND number <= $3 AND stream >= $4 AND stream < $5 {(kind is null ? "" : "AND kind = $6")}
              ORDER BY number LIMIT 256),
            sized AS (SELECT number, sum(size) OVER (ORDER BY number) - size AS before FROM page)
            SELECT number, stream, at, content FROM sized JOIN briefingbot_journal.entry USING (number) WHERE before < {PageInBytes} ORDER BY number
            """,
            [after, until, from, to, .. kind is null ? Array.Empty<object>() : [kind]]);
    }

    /// <summary>Tells how many streams are gone.</summary>
    public NpgsqlCommand Forget(NpgsqlConnection connection, string prefix, DateTimeOffset before)
    {
        var (from, to, _) = StreamName.Range(prefix);
        return Command(
            connection,
            """
            WITH last AS (
              SELECT DISTINCT ON (stream) stream, at FROM briefingbot_journal.entry
              WHERE journal = $1 AND stream >= $2 AND stream < $3 ORDER BY stream, number DESC),
            gone AS (
              DELETE FROM briefingbot_journal.entry WHERE journal = $1 AND stream IN (SELECT stream FROM last WHERE at < $4) RETURNING stream)
            SELECT count(DISTINCT stream) FROM gone
            """,
            from,
            to,
            before.ToUniversalTime());
    }

    private NpgsqlCommand Entry(NpgsqlConnection connection, string sql, Guid id, StreamName stream, DateTimeOffset at, byte[] text) =>
        Command(connection, sql, id, stream.Kind, stream.Bytes, at.ToUniversalTime(), text);

    private NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(journal);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        return command;
    }
}
