using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Stores;

namespace BriefingBot.Sqlite.Tests;

public sealed class SharedIndexTests
{
    [Fact]
    public async Task A_second_writer_is_told_so_at_once_and_readers_go_on()
    {
        using var folder = new TestFolder();
        folder.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        using var writer = Store.Open(folder.IndexPath);
        writer.Database.Execute("BEGIN IMMEDIATE; DELETE FROM article");

        var refused = await Assert.ThrowsAsync<IndexException>(() => folder.UpdateAsync());

        Assert.Contains("updated by another process", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Contains("updated by another process", (await folder.UpdateAsync(new UpdateOptions { IsOptional = true })).Notice, StringComparison.Ordinal);
        using var index = folder.Open();
        Assert.Equal("a.txt", index.Read(index.Search(Some.Query("tarnholm")).Hits[0].Article).Id);
    }

    [Fact]
    public async Task Readers_see_whole_commits_while_an_update_runs()
    {
        using var folder = new TestFolder();
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 400).Select(Some.Line));
        folder.Write("first.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        using var index = folder.Open();
        folder.WriteLines("wire.jsonl", Enumerable.Range(200, 600).Select(Some.Line));

        var update = Task.Run(() => folder.UpdateAsync());
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntil(index, update))).ToArray();
        await update;
        await Task.WhenAll(readers);

        Assert.Equal(601, index.Extent.Articles);
        Assert.Empty(index.Verify(folder.Corpus));
    }

    [Fact]
    public async Task An_open_index_sees_what_was_committed_since()
    {
        using var folder = new TestFolder();
        folder.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        using var index = folder.Open();
        var old = index.Search(Some.Query("tarnholm")).Hits[0].Article;
        folder.Write("a.txt", "The flood\n\nThe bridge at Veldrun was closed.\n");
        await folder.UpdateAsync();

        Assert.Empty(index.Search(Some.Query("tarnholm")).Hits);
        Assert.Contains("Veldrun", index.Read(index.Search(Some.Query("veldrun")).Hits[0].Article).Text, StringComparison.Ordinal);
        Assert.Contains("Tarnholm", index.Read(old).Text, StringComparison.Ordinal);
    }

    private static void ReadUntil(IPassageIndex index, Task update)
    {
        do
        {
            var found = index.Search(Some.Query("tarnholm", "bridg"));
            Assert.Equal(1, found.PassageFrequency[0]);
            Assert.All(found.Hits, hit => Assert.NotEmpty(index.Read(hit.Article).Text));
        }
        while (!update.IsCompleted);
    }
}
