using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Stores;

namespace BriefingBot.Sqlite.Tests;

public sealed class BrokenIndexTests
{
    private const int DamageInBytes = 2000;

    [Fact]
    public void An_index_that_is_not_there_is_named()
    {
        using var folder = new TestFolder();

        Assert.Contains("run index first", OneLine(Assert.Throws<IndexException>(() => folder.Open())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_to_be_damaged_and_built_anew()
    {
        using var folder = await IndexedAsync();
        File.WriteAllText(folder.IndexPath, string.Join('\n', Enumerable.Repeat("not a database", 10_000)));

        Assert.Contains("damaged", OneLine(Assert.Throws<IndexException>(() => folder.Open())), StringComparison.Ordinal);
        Assert.Contains("it is built anew", (await folder.UpdateAsync()).Notice, StringComparison.Ordinal);
        using var index = folder.Open();
        Assert.Equal(100, index.Extent.Articles);
    }

    [Fact]
    public async Task Damage_in_the_file_is_found_out_and_said_in_a_line()
    {
        using var folder = await IndexedAsync();
        var whole = await File.ReadAllBytesAsync(folder.IndexPath, TestContext.Current.CancellationToken);
        var random = new Random(3);
        var failures = 0;
        for (var i = 0; i < 60; i++)
        {
            var damaged = whole.ToArray();
            random.NextBytes(damaged.AsSpan(Filled(whole, random), DamageInBytes));
            await File.WriteAllBytesAsync(folder.IndexPath, damaged, TestContext.Current.CancellationToken);
            failures += IsFoundOut(folder) ? 1 : 0;
        }

        // The rest hit what SQLite left behind in the free part of a page.
        Assert.InRange(failures, 45, 60);
    }

    [Fact]
    public async Task An_index_of_another_version_is_built_anew_and_that_is_said()
    {
        using var folder = await IndexedAsync();
        using (var store = Store.Open(folder.IndexPath))
            store.Database.Execute("PRAGMA user_version = 99; DROP TABLE gone");

        Assert.Contains("another version", OneLine(Assert.Throws<IndexException>(() => folder.Open())), StringComparison.Ordinal);
        var outcome = await folder.UpdateAsync();

        Assert.Contains("built anew", outcome.Notice, StringComparison.Ordinal);
        Assert.Equal(100, outcome.New);
        Assert.Null((await folder.UpdateAsync()).Notice);
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        using var folder = new TestFolder();
        folder.Write("a.txt", "The flood\n\nThe bridge was closed.\n");
        Directory.CreateDirectory(Path.GetDirectoryName(folder.IndexPath)!);
        using (var other = Database.Open(folder.IndexPath, writable: true))
            other.Execute("CREATE TABLE theirs (value)");

        Assert.Contains("another program", OneLine(await Assert.ThrowsAsync<IndexException>(() => folder.UpdateAsync())), StringComparison.Ordinal);

        using var left = Database.Open(folder.IndexPath, writable: false);
        Assert.Equal(0, left.Scalar("SELECT count(*) FROM theirs"));
    }

    [Fact]
    public async Task A_full_disk_is_said_and_loses_nothing_that_was_committed()
    {
        using var folder = await IndexedAsync();
        string state;
        using (var index = folder.Open())
            state = Some.State(index);
        using (var store = Store.Open(folder.IndexPath))
        {
            store.Database.Execute($"PRAGMA max_page_count = {store.Database.Scalar("PRAGMA page_count")}");
            var full = Assert.Throws<IndexException>(() => store.Database.Execute("BEGIN; CREATE TABLE big AS SELECT zeroblob(1000000)"));
            Assert.Contains("No space left", OneLine(full), StringComparison.Ordinal);
        }

        using var after = folder.Open();
        Assert.Equal(state, Some.State(after));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        using var folder = await IndexedAsync();

        var failure = await Assert.ThrowsAsync<IndexException>(
            () => new SqliteIndexer(Path.Combine(folder.IndexPath, "index.db")).UpdateAsync(folder.Corpus, cancellation: TestContext.Current.CancellationToken));

        Assert.Contains("cannot be written", OneLine(failure), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_can_be_read_where_nothing_can_be_written()
    {
        using var folder = await IndexedAsync();
        using var immutable = Database.OpenImmutable(folder.IndexPath);

        Assert.Equal(100, immutable.Scalar("SELECT count(*) FROM article"));
    }

    [Fact]
    public async Task Verifying_finds_a_changed_text_a_wrong_count_and_a_stale_file()
    {
        using var folder = await IndexedAsync();
        using (var store = Store.Open(folder.IndexPath))
            store.Database.Execute("UPDATE article SET text = CAST('short' AS BLOB) WHERE number = 3; DELETE FROM article WHERE number = 5");
        folder.WriteLines("wire.jsonl", Some.Line(1));

        using var index = folder.Open();
        var problems = index.Verify(folder.Corpus);

        Assert.Contains("a2: its hash is wrong", problems);
        Assert.Contains(problems, problem => problem.StartsWith("a2: passage", StringComparison.Ordinal));
        Assert.Contains("article 5: is indexed but not stored", problems);
        Assert.Contains("99 articles are stored, 100 are indexed", problems);
        Assert.Contains("wire.jsonl: has changed since it was indexed; run index", problems);
    }

    private static async Task<TestFolder> IndexedAsync()
    {
        var folder = new TestFolder();
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 100).Select(Some.Line));
        await folder.UpdateAsync(new UpdateOptions());
        return folder;
    }

    /// <summary>A place that is not in the empty middle of a page.</summary>
    private static int Filled(byte[] whole, Random random)
    {
        int at;
        do
            at = random.Next(100, whole.Length - DamageInBytes);
        while (whole.AsSpan(at, DamageInBytes).Count((byte)0) > DamageInBytes / 10);
        return at;
    }

    private static bool IsFoundOut(TestFolder folder)
    {
        try
        {
            using var index = folder.Open();
            foreach (var article in index.Search(Some.Query("report", "bridg") with { Most = 1000 }).Hits.Select(hit => hit.Article))
                _ = index.Read(article);
            return index.Verify().Count > 0;
        }
        catch (IndexException broken)
        {
            OneLine(broken);
            return true;
        }
    }

    private static string OneLine(IndexException failure)
    {
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Contains("index.db", failure.Message, StringComparison.Ordinal);
        return failure.Message;
    }
}
