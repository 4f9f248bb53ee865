using BriefingBot.Retrieval;
using BriefingBot.Sqlite;

namespace BriefingBot.Indexes.Tests;

internal sealed class SqliteUnderTest : IndexUnderTest
{
    private const int PageInBytes = 16384;

    public override string Kind => "sqlite";

    public override IReadOnlyDictionary<string, Action<string>> Damages { get; } = new Dictionary<string, Action<string>>
    {
        ["another file in its place"] = data => File.WriteAllText(PathOf(data), string.Concat(Enumerable.Repeat("not a database\n", 1000))),
        ["a file cut off in the middle"] = data => Bytes.Cut(PathOf(data)),
        ["an empty page in the middle"] = data => Bytes.Overwrite(PathOf(data), 3 * PageInBytes, new byte[PageInBytes]),
        ["postings of another term"] = data => Change(data, "UPDATE posting SET data = (SELECT data FROM posting ORDER BY first DESC LIMIT 1)"),
        ["a layout that is no layout"] = data => Change(data, "UPDATE segment SET layout = x'0102030405'"),
        ["an article that is not stored"] = data => Change(data, "DELETE FROM article WHERE number = 2"),
        ["an article with other words"] = data => Change(data, "UPDATE article SET text = CAST('other words' AS BLOB) WHERE number = 2"),
    };

    public override IIndexer Indexer(string data) => new SqliteIndexer(PathOf(data));

    public override void MakeOtherVersion(string data) => Change(data, "PRAGMA user_version = 99; DROP TABLE gone");

    public override void Remove(string data) => File.Delete(PathOf(data));

    public override void LeaveLock(string data) => File.WriteAllText(PathOf(data) + ".lock", "");

    private static string PathOf(string data) => Path.Combine(data, "index.db");

    private static void Change(string data, string sql)
    {
        using var database = Database.Open(PathOf(data), writable: true);
        database.Execute(sql + "; PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
