using BriefingBot.Answers;

namespace BriefingBot.Sqlite.Journals;

/// <summary>Changes the entries of a journal, within a transaction. For one thread at a time.</summary>
internal sealed class EntryWriter(Database database)
{
    private readonly Statement _append = database.Prepare("INSERT INTO entry (kind, stream, at, mark, text) VALUES (?, ?, ?, ?, ?)");
    private readonly Statement _begin = database.Prepare(
        "INSERT INTO entry (kind, stream, at, mark, text) SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM entry WHERE stream = ?2)");
    private readonly Statement _forget = database.Prepare(
        "DELETE FROM entry WHERE stream = ?1 AND (SELECT at FROM entry WHERE stream = ?1 ORDER BY number DESC LIMIT 1) < ?2");

    public void Append(StreamName stream, DateTimeOffset at, byte[] text) => Bind(_append, stream, at, text).Run();

    /// <returns>Whether the stream had no entries.</returns>
    public bool TryBegin(StreamName stream, DateTimeOffset at, byte[] text)
    {
        Bind(_begin, stream, at, text).Run();
        return database.Changes > 0;
    }

    /// <summary>Removes those of some streams whose last entry is still older.</summary>
    /// <returns>How many.</returns>
    public int Forget(IReadOnlyList<byte[]> streams, DateTimeOffset before)
    {
        var forgotten = 0;
        foreach (var stream in streams)
        {
            _forget.Bind(1, stream).Bind(2, before.UtcTicks).Run();
            forgotten += database.Changes > 0 ? 1 : 0;
        }

        return forgotten;
    }

    private static Statement Bind(Statement statement, StreamName stream, DateTimeOffset at, byte[] text) =>
        statement.Bind(1, stream.Kind).Bind(2, stream.Bytes).Bind(3, at.UtcTicks).Bind(4, EntryMark.Of(stream.Bytes, at.UtcTicks, text)).Bind(5, text);
}
