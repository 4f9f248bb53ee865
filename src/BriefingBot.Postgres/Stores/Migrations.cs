using System.Globalization;
using System.Reflection;
using Npgsql;

namespace BriefingBot.Postgres.Stores;

/// <summary>
/// Brings the tables to the version of this build: numbered scripts, each run once, in one transaction under a lock, so that nodes that start at once
/// do not meet.
/// </summary>
internal static class Migrations
{
    private const string Prefix = "BriefingBot.Postgres.Data.Migrations.";

    private static readonly (int Version, string Name)[] Scripts =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture), name)).Order(),
    ];

    /// <summary>The version of the tables that this build reads and writes.</summary>
    public static int Latest => Scripts[^1].Version;

    /// <returns>How many scripts were run.</returns>
    /// <exception cref="Retrieval.IndexException">The tables are of a later version.</exception>
    public static int Apply(NpgsqlConnection connection, string where)
    {
        // Most nodes find all done, and need no right to create anything.
        if (Exist(connection) && Current(connection) == Latest)
            return 0;

        using var transaction = connection.BeginTransaction();
        Execute(connection, $"""
            SELECT pg_advisory_xact_lock({Locks.Class}, {Locks.Migrations});
            CREATE SCHEMA IF NOT EXISTS briefingbot;
            CREATE TABLE IF NOT EXISTS briefingbot.migration (version int PRIMARY KEY, script text NOT NULL, applied timestamptz NOT NULL DEFAULT now());
            """);
        var current = Current(connection);
        if (current > Latest)
            throw Failures.NewerTables(where, current);

        var due = Scripts.Where(script => script.Version > current).ToList();
        foreach (var (version, name) in due)
            Run(connection, version, name);
        transaction.Commit();
        return due.Count;
    }

    /// <summary>Whether any node has brought tables here.</summary>
    public static bool Exist(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT to_regclass('briefingbot.migration') IS NOT NULL", connection);
        return (bool)command.ExecuteScalar()!;
    }

    private static int Current(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM briefingbot.migration", connection);
        return (int)command.ExecuteScalar()!;
    }

    private static void Run(NpgsqlConnection connection, int version, string name)
    {
        using var script = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        Execute(connection, script.ReadToEnd());
        using var note = new NpgsqlCommand("INSERT INTO briefingbot.migration (version, script) VALUES ($1, $2)", connection);
        note.Parameters.AddWithValue(version);
        note.Parameters.AddWithValue(name[Prefix.Length..]);
        note.ExecuteNonQuery();
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
