using BriefingBot.Retrieval;
using SQLitePCL;

namespace BriefingBot.Sqlite;

/// <summary>What can go wrong with an index file, each as one line: what, where, what to do.</summary>
internal static class Failures
{
    public static IndexException Of(string path, int result, string message) => (result & 0xFF) switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(path, message),
        raw.SQLITE_FULL => new($"No space left for the index {path}; make room and run index again, nothing of it is lost."),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Busy(path),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => new($"The index {path} may not be written; give write access to it and its folder, or choose another --data folder."),
        raw.SQLITE_CANTOPEN => new($"The index {path} cannot be opened; check that its folder exists and may be read and written."),
        raw.SQLITE_IOERR => new($"The index {path} cannot be read or written ({message}); check the disk, then run index again."),
        raw.SQLITE_ERROR when message.Contains("no such table", StringComparison.Ordinal) => Damaged(path, message),
        _ => new($"The index {path} failed ({message}); delete it and run index, the articles are its source."),
    };

    /// <summary>Whether an exception says that what was read from the index makes no sense.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is InvalidDataException or IndexOutOfRangeException or ArgumentException or OverflowException;

    public static IndexException Damaged(string path, string what) =>
        new($"The index {path} is damaged ({what}); run index, which builds it anew from the articles.") { IsDamage = true };

    public static IndexException NoIndex(string path) =>
        new($"The file {path} is another program's database, not an index; move it away or choose another --data folder.");

    public static IndexException NotWritable(string path, string message) =>
        new($"The index {path} cannot be written ({message}); give write access to its folder, or choose another --data folder.");

    public static IndexException BackupExists(string path) =>
        new($"There is a backup {path} already; name another folder or move it away.");

    public static IndexException Busy(string path) =>
        new($"The index {path} is being updated by another process; try again when that is done.");

    public static IndexException Missing(string path) =>
        new($"There is no index {path}; run index first.");

    public static IndexException OtherKind(string path) =>
        new($"The index {path} was last updated for another kind of index; run index for this kind.");

    public static IndexException OtherVersion(string path) =>
        new($"The index {path} was made by another version of BriefingBot; run index to rebuild it.");
}
