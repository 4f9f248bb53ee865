using System.Reflection;

namespace BriefingBot.Sqlite.Journals;

/// <summary>Opens connections to a journal, and makes the file where there is none.</summary>
internal static class JournalFile
{
    private const int Version = 1;

    // Written as SQLite's application_id, so that no other program's database is taken for a journal.
    private const int ApplicationId = 0x42424A4C;

    // Processes that write at once wait for each other's commits, which take milliseconds.
    private const int BusyTimeoutInMilliseconds = 30_000;

    // Entering WAL does not wait for others that open the file.
    private const int WalTries = 200;
    private static readonly TimeSpan WalPause = TimeSpan.FromMilliseconds(10);

    /// <summary>A connection to write with; a commit is on the disk when it returns.</summary>
    /// <exception cref="Answers.JournalException">It cannot be opened or made.</exception>
    public static Database OpenWriter(string path)
    {
        MakeFile(path);
        return Opened(path, database =>
        {
            database.Execute($"PRAGMA busy_timeout = {BusyTimeoutInMilliseconds}");
            if (IsNew(database))
                Create(database);
            Check(database);
            EnterWal(database);
            database.Execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA journal_size_limit = 67108864");
        });
    }

    /// <exception cref="Answers.JournalException">It cannot be opened.</exception>
    public static Database OpenReader(string path) => Opened(path, database =>
        database.Execute($"PRAGMA busy_timeout = {BusyTimeoutInMilliseconds}; PRAGMA query_only = 1; PRAGMA cell_size_check = ON"));

    /// <summary>Copies a journal as it is at one commit.</summary>
    /// <exception cref="Answers.JournalException">There is one at that place, or it cannot be made there.</exception>
    public static void Copy(string path, string copy)
    {
        if (File.Exists(copy))
            throw JournalFailures.BackupExists(copy);

        MakeFile(copy);
        using var database = OpenReader(path);
        database.Execute($"PRAGMA query_only = 0; VACUUM INTO '{copy.Replace("'", "''", StringComparison.Ordinal)}'");
    }

    private static Database Opened(string path, Action<Database> prepare)
    {
        var database = Database.Open(path, writable: true, JournalFailures.Of);
        try
        {
            prepare(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>An empty file that nobody else of the machine may read: it will hold what people asked.</summary>
    private static void MakeFile(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (File.Exists(path))
                return;
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            new FileStream(path, options).Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw JournalFailures.NotWritable(path, failure.Message);
        }
    }

    private static void Create(Database database)
    {
        database.Execute("PRAGMA page_size = 4096; BEGIN EXCLUSIVE");
        if (IsNew(database))
        {
            using var script = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("BriefingBot.Sqlite.Data.journal.sql")!);
            database.Execute($"{script.ReadToEnd()}; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}");
        }

        database.Execute("COMMIT");
    }

    private static bool IsNew(Database database) =>
        database.Scalar("PRAGMA application_id") == 0 && database.Scalar("SELECT count(*) FROM sqlite_schema") == 0;

    private static void Check(Database database)
    {
        if (database.Scalar("PRAGMA application_id") != ApplicationId)
            throw JournalFailures.OtherProgram(database.Path);
        if (database.Scalar("PRAGMA user_version") > Version)
            throw JournalFailures.LaterVersion(database.Path);
    }

    private static void EnterWal(Database database)
    {
        for (var left = WalTries; ; left--)
        {
            try
            {
                database.Execute("PRAGMA journal_mode = WAL");
                return;
            }
            catch (Answers.JournalException) when (left > 0)
            {
                Thread.Sleep(WalPause);
            }
        }
    }
}
