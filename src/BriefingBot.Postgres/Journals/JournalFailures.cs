using BriefingBot.Answers;
using Npgsql;

namespace BriefingBot.Postgres.Journals;

/// <summary>What can go wrong with a journal on a server, each as one line: what, where, what to do. None names a user's password.</summary>
internal static class JournalFailures
{
    /// <param name="where">The journal and its server.</param>
    /// <param name="failure">What the client or the server said.</param>
    public static JournalException Of(string where, Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new($"No space left on the server of {where}; make room, nothing that was kept is lost."),
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } damage =>
            Damaged(where, damage.MessageText),
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName } changed =>
            Damaged(where, changed.MessageText),
        _ => new(Failures.Of(where, failure, "check the server").Message),
    };

    public static JournalException Damaged(string where, string what) =>
        new($"The tables of {where} are damaged ({what.ReplaceLineEndings(" ")}); restore the schema briefingbot_journal from a backup.");
}
