using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

public abstract partial class PassageIndexContract
{
    private const int Kills = 12;
    private const int MostReports = 250;

    [Fact]
    public async Task Readers_see_whole_commits_while_an_update_runs()
    {
        using var folder = NewFolder();
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 300).Select(Some.Line));
        folder.Write("first.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        using var index = folder.Open();
        folder.WriteLines("wire.jsonl", Enumerable.Range(150, 400).Select(Some.Line));

        var update = Task.Run(() => folder.UpdateAsync());
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntil(index, update))).ToArray();
        await update;
        await Task.WhenAll(readers);

        Assert.Equal(401, index.Extent.Articles);
        Assert.Empty(index.Verify(folder.Corpus));
    }

    [Fact]
    public async Task An_open_index_sees_what_was_committed_since_and_reads_what_it_found_before()
    {
        using var folder = NewFolder();
        folder.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        using var index = folder.Open();
        var old = index.Search(Some.Query("Tarnholm")).Hits[0].Article;
        folder.Write("a.txt", "The flood\n\nThe bridge at Veldrun was closed.\n");
        await folder.UpdateAsync();

        Assert.Empty(index.Search(Some.Query("Tarnholm")).Hits);
        Assert.Equal(["a.txt"], Some.Found(index, "Veldrun"));
        Assert.Contains("Tarnholm", index.Read(old).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_killed_at_any_moment_is_finished_by_the_next_one_as_if_nothing_had_happened()
    {
        using var undisturbed = NewFolder();
        WriteFirst(undisturbed);
        await undisturbed.UpdateAsync();
        var first = State(undisturbed);
        WriteSecond(undisturbed);
        await undisturbed.UpdateAsync();
        var second = State(undisturbed);

        var random = new Random(17);
        var killed = 0;
        for (var i = 0; i < Kills / 2; i++)
        {
            using var folder = NewFolder();
            WriteFirst(folder);
            killed += await FinishAfterKillAsync(folder, random, first) ? 1 : 0;
            WriteSecond(folder);
            killed += await FinishAfterKillAsync(folder, random, second) ? 1 : 0;
        }

        Assert.True(killed > Kills / 2, $"only {killed} of {Kills} processes died while they indexed");
    }

    [Fact]
    public async Task A_backup_made_while_the_index_is_read_is_an_index_like_it()
    {
        using var folder = await IndexedAsync(articles: 60);
        using var copy = NewFolder();
        using var reader = folder.Open();
        var indexer = kind.Indexer(folder.DataPath);
        if (!kind.CanBackUp)
        {
            OneLine(Assert.Throws<IndexException>(() => indexer.BackUp(copy.DataPath)));
            return;
        }

        indexer.BackUp(copy.DataPath);
        Assert.Contains("already", OneLine(Assert.Throws<IndexException>(() => indexer.BackUp(copy.DataPath))), StringComparison.Ordinal);

        Assert.Equal(Some.State(reader), State(copy));
        var outcome = await kind.Indexer(copy.DataPath).UpdateAsync(folder.Corpus, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((0, 60), (outcome.New, outcome.Unchanged));
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 61).Select(Some.Line));
        Assert.Equal(1, (await folder.UpdateAsync()).New);
    }

    private static void ReadUntil(IPassageIndex index, Task update)
    {
        do
        {
            var found = index.Search(Some.Query("Tarnholm", "bridge"));
            Assert.Equal(1, found.PassageFrequency[0]);
            Assert.All(found.Hits, hit => Assert.NotEmpty(index.Read(hit.Article).Text));
        }
        while (!update.IsCompleted);
    }

    private async Task<bool> FinishAfterKillAsync(TestFolder folder, Random random, string expected)
    {
        var killed = DoomedIndexer.Kill(kind.Kind, folder, random.Next(1, MostReports));
        await folder.UpdateAsync();
        using var index = folder.Open();
        Assert.Empty(index.Verify(folder.Corpus));
        Assert.Equal(expected, Some.State(index));
        return killed;
    }

    private static void WriteFirst(TestFolder folder)
    {
        for (var i = 0; i < 120; i++)
            folder.Write($"texts/{i:D3}.txt", $"Report of number{i}\n\n{Some.Text(i)}\n");
        folder.WriteLines("wire.jsonl", Enumerable.Range(1000, 120).Select(Some.Line));
    }

    /// <summary>Some articles are changed, some deleted, some moved, some new.</summary>
    private static void WriteSecond(TestFolder folder)
    {
        for (var i = 0; i < 120; i += 5)
            folder.Write($"texts/{i:D3}.txt", $"Report of number{i}, corrected\n\n{Some.Text(i + 5000)}\n");
        for (var i = 1; i < 120; i += 10)
            File.Delete(folder.PathOf($"texts/{i:D3}.txt"));
        for (var i = 2; i < 120; i += 10)
            File.Move(folder.PathOf($"texts/{i:D3}.txt"), folder.PathOf($"texts/moved-{i:D3}.txt"));
        folder.WriteLines("wire.jsonl", Enumerable.Range(1030, 120).Select(Some.Line));
    }
}
