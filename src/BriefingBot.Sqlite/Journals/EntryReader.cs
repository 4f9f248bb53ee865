using BriefingBot.Answers;

namespace BriefingBot.Sqlite.Journals;

/// <summary>Reads the entries of a journal. For one thread at a time.</summary>
internal sealed class EntryReader : IDisposable
{
    // What is held in memory of a long reading; one entry may be longer.
    private const int PageInChars = 1_000_000;
    private const int MostStreams = 100;
    private const string Columns = "number, stream, at, mark, text";

    private readonly Database _database;
    private readonly Statement _last;
    private readonly Statement _newest;
    private readonly Statement _ofKind;
    private readonly Statement _ofAnyKind;
    private readonly Statement _old;

    public EntryReader(string path)
    {
        _database = JournalFile.OpenReader(path);
        _last = _database.Prepare($"SELECT {Columns} FROM entry WHERE stream = ? ORDER BY number DESC LIMIT ?");
        _newest = _database.Prepare("SELECT max(number) FROM entry");

        // The plan of each is fixed: rows come in their order without being sorted.
        const string Page = "WHERE number > ?1 AND number <= ?2 AND stream >= ?3 AND stream < ?4";
        _ofKind = _database.Prepare($"SELECT {Columns} FROM entry INDEXED BY entry_kind {Page} AND kind = ?5 ORDER BY number");
        _ofAnyKind = _database.Prepare($"SELECT {Columns} FROM entry NOT INDEXED {Page} ORDER BY number");
        _old = _database.Prepare("""
            SELECT stream FROM (SELECT stream, max(number), at FROM entry INDEXED BY entry_stream WHERE stream >= ?1 AND stream < ?2 GROUP BY stream)
            WHERE at < ?3 LIMIT ?4
            """);
    }

    /// <summary>The last entries of a stream, the oldest of them first.</summary>
    public List<JournalEntry> Last(StreamName stream, int most)
    {
        List<JournalEntry> entries = [];
        _last.Bind(1, stream.Bytes).Bind(2, most);
        foreach (var (_, entry) in Rows(_last))
            entries.Add(entry);
        entries.Reverse();
        return entries;
    }

    /// <summary>The number of the newest entry; 0 if there is none.</summary>
    public long Newest()
    {
        _newest.Step();
        var newest = _newest.IsNull(0) ? 0 : _newest.Integer(0);
        _newest.Reset();
        return newest;
    }

    /// <summary>The next entries of the streams whose names begin so, in their order; none after the last.</summary>
    /// <param name="prefix">Of the names.</param>
    /// <param name="after">The number before the first.</param>
    /// <param name="until">The last number.</param>
    public List<(long Number, JournalEntry Entry)> Page(string prefix, long after, long until)
    {
        var (from, to, kind) = StreamName.Range(prefix);
        var statement = (kind is null ? _ofAnyKind : _ofKind.Bind(5, kind)).Bind(1, after).Bind(2, until).Bind(3, from).Bind(4, to);
        List<(long, JournalEntry)> entries = [];
        long chars = 0;
        foreach (var row in Rows(statement))
        {
            entries.Add(row);
            chars += row.Entry.Text.Length;
            if (chars >= PageInChars)
                break;
        }

        return entries;
    }

    /// <summary>The next streams whose names begin so and whose last entry is older, in the order of their names.</summary>
    /// <param name="prefix">Of the names.</param>
    /// <param name="after">The name before the first; empty for none.</param>
    /// <param name="before">Entries of this time and later are not older.</param>
    public List<byte[]> Old(string prefix, byte[] after, DateTimeOffset before)
    {
        var (from, to, _) = StreamName.Range(prefix);

        // One lower bound: of two, SQLite may begin at the lesser. Nothing stands between a name and that name with a zero byte.
        byte[] start = after.Length == 0 ? from : [.. after, 0];
        _old.Bind(1, start).Bind(2, to).Bind(3, before.UtcTicks).Bind(4, MostStreams);
        List<byte[]> streams = [];
        while (_old.Step())
            streams.Add(_old.Bytes(0).ToArray());
        return streams;
    }

    public void Dispose() => _database.Dispose();

    private IEnumerable<(long Number, JournalEntry Entry)> Rows(Statement statement)
    {
        try
        {
            while (statement.Step())
                yield return Row(statement);
        }
        finally
        {
            statement.Reset();
        }
    }

    private (long Number, JournalEntry Entry) Row(Statement statement)
    {
        var (number, ticks) = (statement.Integer(0), statement.Integer(2));
        var stream = statement.Bytes(1);
        var text = statement.Bytes(4);
        return EntryMark.Of(stream, ticks, text) == statement.Integer(3)
            ? (number, new JournalEntry(WholeText.FromBytes(stream), new DateTimeOffset(ticks, TimeSpan.Zero), WholeText.FromBytes(text)))
            : throw JournalFailures.Damaged(_database.Path, $"entry {number} is not what was written");
    }
}
