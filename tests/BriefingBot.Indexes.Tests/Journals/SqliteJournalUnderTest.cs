using BriefingBot.Answers;
using BriefingBot.Sqlite;

namespace BriefingBot.Indexes.Tests.Journals;

internal sealed class SqliteJournalUnderTest : JournalUnderTest
{
    private const int PageInBytes = 4096;

    public override string Kind => "sqlite";

    public override IReadOnlyDictionary<string, Action<string>> Damages { get; } = new Dictionary<string, Action<string>>
    {
        ["another file in its place"] = data => File.WriteAllText(SqliteJournal.PathOf(data), string.Concat(Enumerable.Repeat("not a database\n", 1000))),
        ["a file cut off in the middle"] = data => Bytes.Cut(SqliteJournal.PathOf(data)),
        ["empty pages in the middle"] = data => Bytes.Overwrite(SqliteJournal.PathOf(data), 2 * PageInBytes, new byte[8 * PageInBytes]),
        ["a letter of an entry"] = data => Change(data, "UPDATE entry SET text = CAST(replace(CAST(text AS TEXT), 'entry 7 ', 'entry 8 ') AS BLOB)"),
        ["an entry of another stream"] = data => Change(data, "UPDATE entry SET stream = CAST('kept/other' AS BLOB) WHERE number = 7"),
        ["no table"] = data => Change(data, "DROP TABLE entry"),
    };

    public override IJournal Open(string data, TimeProvider? time = null) => SqliteJournal.Open(SqliteJournal.PathOf(data), time);

    public override IJournal OpenReadOnly(string data) => SqliteJournal.Open(SqliteJournal.PathOf(data), null, "PRAGMA query_only = 1");

    public override IJournal OpenOnFullDisk(string data) => SqliteJournal.Open(SqliteJournal.PathOf(data), null, "PRAGMA max_page_count = 1");

    private static void Change(string data, string sql)
    {
        using var database = Database.Open(SqliteJournal.PathOf(data), writable: true);
        database.Execute(sql + "; PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
