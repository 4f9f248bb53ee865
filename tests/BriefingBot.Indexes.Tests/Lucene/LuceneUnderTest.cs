using BriefingBot.Lucene;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;

namespace BriefingBot.Indexes.Tests;

internal sealed class LuceneUnderTest : IndexUnderTest
{
    public override string Kind => "lucene";

    public override IReadOnlyDictionary<string, Action<string>> Damages { get; } = new Dictionary<string, Action<string>>
    {
        ["postings cut off in the middle"] = data => Bytes.Cut(FileOf(data, "*.doc")),
        ["postings of other bytes"] = data => Bytes.Overwrite(FileOf(data, "*.doc"), 40, new byte[20]),
        ["terms of other bytes"] = data => Bytes.Overwrite(FileOf(data, "*.tim"), 60, [1, 2, 3, 4, 5, 6, 7, 8]),
        ["doc values of other bytes"] = data => Bytes.Overwrite(FileOf(data, "*.dvd"), 60, [1, 2, 3, 4, 5, 6, 7, 8]),
        ["a missing segment file"] = data => File.Delete(FileOf(data, "*.tim")),
        ["a missing segment"] = data => File.Delete(FileOf(data, "*.si")),
        ["a commit that is no commit"] = data => File.WriteAllText(FileOf(data, "segments_*"), "not a commit"),
        ["another file in place of the articles"] = data => File.WriteAllText(StoreOf(data), string.Concat(Enumerable.Repeat("not a database\n", 1000))),
        ["articles cut off in the middle"] = data => Bytes.Cut(StoreOf(data)),
        ["an article that is not stored"] = data => Change(data, "DELETE FROM article WHERE number = 2"),
        ["an article with other words"] = data => Change(data, "UPDATE article SET text = CAST('other words' AS BLOB) WHERE number = 2"),
        ["articles of a later update"] = data => Change(data, "UPDATE meta SET value = value + 1 WHERE key = 'generation'"),
        ["articles of another index"] = data => Change(data, "UPDATE meta SET value = 1 WHERE key = 'id'"),
    };

    public override IIndexer Indexer(string data) => new LuceneIndexer(FolderOf(data), StoreOf(data));

    public override void MakeOtherVersion(string data) => Change(data, "PRAGMA user_version = 99; DROP TABLE gone");

    public override void Remove(string data) => Directory.Delete(FolderOf(data), recursive: true);

    public override void LeaveLock(string data)
    {
        File.WriteAllText(StoreOf(data) + ".lock", "");
        File.WriteAllText(Path.Combine(FolderOf(data), "write.lock"), "");
    }

    public static string FolderOf(string data) => Path.Combine(data, "index.lucene");

    public static string StoreOf(string data) => Path.Combine(data, "index.db");

    /// <summary>The largest of a kind.</summary>
    private static string FileOf(string data, string pattern) => Directory.GetFiles(FolderOf(data), pattern).MaxBy(file => new FileInfo(file).Length)!;

    private static void Change(string data, string sql)
    {
        using var database = Database.Open(StoreOf(data), writable: true);
        database.Execute(sql + "; PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
