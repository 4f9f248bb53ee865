using System.Reflection;
using BriefingBot.Articles;

namespace BriefingBot.Sqlite.Stores;

/// <summary>The tables of an index, and which build's articles, passages and terms they hold.</summary>
internal static class Schema
{
    /// <summary>Goes up with every change of the tables or of what their bytes mean.</summary>
    public const int Version = 4;

    // Written as SQLite's application_id, so that no other program's database is taken for an index.
    private const int ApplicationId = 0x42424F54;

    // The same text gives other passages and terms in another build of the core; no one has to remember to count that up.
    private static readonly string Core = typeof(Article).Module.ModuleVersionId.ToString();

    public static void Create(Database database)
    {
        using var script = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("BriefingBot.Sqlite.Data.schema.sql")!);
        database.Execute($"""
            PRAGMA page_size = 16384;
            PRAGMA journal_mode = WAL;
            BEGIN IMMEDIATE;
            {script.ReadToEnd()}
            INSERT INTO meta VALUES ('core', '{Core}'), ('id', random()), ('generation', 0), ('postings', 0), ('article', 1), ('file', 1), ('segment', 1);
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version = {Version};
            COMMIT;
            """);
    }

    /// <summary>Whether the file has no tables yet.</summary>
    public static bool IsEmpty(Database database) => database.Scalar("SELECT count(*) FROM sqlite_schema") == 0;

    /// <summary>Whether the file is an index of some build.</summary>
    public static bool IsIndex(Database database) => database.Scalar("PRAGMA application_id") == ApplicationId;

    /// <summary>Whether the file is an index of this very build.</summary>
    public static bool IsCurrent(Database database) =>
        IsIndex(database)
        && database.Scalar("PRAGMA user_version") == Version
        && database.Scalar($"SELECT value = '{Core}' FROM meta WHERE key = 'core'") == 1;
}
