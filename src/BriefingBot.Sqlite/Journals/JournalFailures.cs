using BriefingBot.Answers;
using SQLitePCL;

namespace BriefingBot.Sqlite.Journals;

/// <summary>What can go wrong with a journal file, each as one line: what, where, what to do. Nothing but a backup replaces it, so none says to delete it.</summary>
internal static class JournalFailures
{
    public static Exception Of(string path, int result, string message) => (result & 0xFF) switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(path, message),
        raw.SQLITE_FULL => new JournalException($"No space left for the journal {path}; make room, nothing that was kept is lost."),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Busy(path),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => NotWritable(path, message),
        raw.SQLITE_CANTOPEN => new JournalException($"The journal {path} cannot be opened; check that its folder exists and may be read and written."),
        raw.SQLITE_TOOBIG => new JournalException($"An entry is too long for the journal {path}; the most is a billion bytes."),
        raw.SQLITE_ERROR when message.Contains("no such table", StringComparison.Ordinal) => Damaged(path, message),
        _ => new JournalException($"The journal {path} cannot be read or written ({message}); check the disk, and that it has room."),
    };

    public static JournalException Damaged(string path, string what) =>
        new($"The journal {path} is damaged ({what}); put a backup in its place, or move it away to begin anew without what it holds.");

    public static JournalException NotWritable(string path, string message) =>
        new($"The journal {path} cannot be written ({message}); give write access to it and its folder, or choose another --data folder.");

    public static JournalException Busy(string path) =>
        new($"The journal {path} is held by another process; end what holds it, such as a backup program, and try again.");

    public static JournalException BackupExists(string path) =>
        new($"There is a backup {path} already; name another folder or move it away.");

    public static JournalException OtherProgram(string path) =>
        new($"The file {path} is another program's database, not a journal; move it away or choose another --data folder.");

    public static JournalException LaterVersion(string path) =>
        new($"The journal {path} was written by a later version of BriefingBot; install that one, or choose another --data folder.");
}
