namespace BriefingBot.Sqlite.Stores;

/// <summary>Copies the file of a store, which nobody may be updating.</summary>
internal static class StoreBackup
{
    /// <param name="path">The file.</param>
    /// <param name="folder">Where a file of the same name is made.</param>
    /// <exception cref="Retrieval.IndexException">There is no store, or the folder cannot be written.</exception>
    public static void Write(string path, string folder)
    {
        if (!Store.HasCurrent(path))
            throw Failures.Missing(path);

        var copy = Path.Combine(Path.GetFullPath(folder), Path.GetFileName(path));
        if (File.Exists(copy))
            throw Failures.BackupExists(copy);

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Failures.NotWritable(copy, failure.Message);
        }

        using (var database = Database.Open(path, writable: false))
            database.Execute($"VACUUM INTO '{copy.Replace("'", "''", StringComparison.Ordinal)}'");
        using var written = Database.Open(copy, writable: true);
        written.Execute("PRAGMA journal_mode = WAL");
    }
}
