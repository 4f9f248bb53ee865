using System.Net.Sockets;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres;

/// <summary>What can go wrong with the server, each as one line: what, where, what to do. None names a user's password.</summary>
internal static class Failures
{
    /// <param name="where">The corpus and its server.</param>
    /// <param name="failure">What the client or the server said.</param>
    /// <param name="remedy">What to do where nothing more is known of it.</param>
    public static IndexException Of(string where, Exception failure, string remedy = "check the server, then run index again") => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            new($"PostgreSQL refuses the user for {where}; check Username and Password in Postgres:ConnectionString."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            new($"There is no such database for {where}; create it, or name another in Postgres:ConnectionString."),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied =>
            new($"PostgreSQL does not allow what is needed for {where} ({Line(denied.MessageText)}); give the user CREATE on the database."),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            new($"No space left on the server of {where}; make room and run index again, nothing of it is lost."),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
            new($"The server of {where} may only be read; name its primary in Postgres:ConnectionString, and a replica in Postgres:ReadConnectionString."),
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } damage =>
            Damaged(where, Line(damage.MessageText)),
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName } changed =>
            new($"The tables of {where} were changed by hand ({Line(changed.MessageText)}); drop the schema briefingbot and run index, the articles are its source."),
        PostgresException said =>
            new($"PostgreSQL failed for {where} ({said.SqlState}: {Line(said.MessageText)}); {remedy}."),
        _ => new($"PostgreSQL cannot be reached for {where} ({Line(Innermost(failure).Message)}); check that the server runs and Host and Port are right."),
    };

    /// <summary>Whether a failure may be gone a moment later: a lost connection, a server that restarts or is full.</summary>
    public static bool IsPassing(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } => true,
        NpgsqlException { IsTransient: true } => true,
        NpgsqlException { InnerException: IOException or SocketException or TimeoutException } => true,
        _ => false,
    };

    /// <summary>Whether the server can be read but not written.</summary>
    public static bool IsRefusal(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.DiskFull or PostgresErrorCodes.InsufficientPrivilege;

    public static IndexException NoConnectionString(string setting) =>
        new($"The setting {setting} is not a connection string; write Host=...;Username=...;Password=...;Database=... into the environment variable BRIEFINGBOT_{setting.Replace(":", "__", StringComparison.Ordinal)}.");

    public static IndexException Missing(string where) =>
        new($"There is no index of {where}; run index first.");

    public static IndexException OtherVersion(string where) =>
        new($"The index of {where} was made by another version of BriefingBot; run index to rebuild it.");

    public static IndexException NewerTables(string where, int version) =>
        new($"The tables of {where} are of version {version}, which this version of BriefingBot does not know; install the newer one on this node.");

    public static IndexException Busy(string where) =>
        new($"The index of {where} is being updated by another node; try again when that is done.");

    public static IndexException Damaged(string where, string what) =>
        new($"The index of {where} is damaged ({what}); run index, which builds it anew from the articles.") { IsDamage = true };

    public static string RebuiltOtherVersion(string where) => $"The index of {where} was made by another version: it is built anew.";

    public static string RebuiltDamaged(string where, string first, int more) =>
        $"The index of {where} is damaged ({first}{(more > 0 ? $", and {more} more" : "")}): it is built anew.";

    private static string Line(string text) => text.ReplaceLineEndings(" ");

    private static Exception Innermost(Exception failure)
    {
        while (failure.InnerException is { } inner)
            failure = inner;
        return failure;
    }
}
