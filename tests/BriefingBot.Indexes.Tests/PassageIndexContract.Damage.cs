using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

public abstract partial class PassageIndexContract
{
    [Fact]
    public void An_index_that_is_not_there_is_named()
    {
        using var folder = NewFolder();

        Assert.Contains("run index", OneLine(Assert.Throws<IndexException>(folder.Open)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_is_said_in_one_line_and_repaired_by_the_next_update_without_loss()
    {
        foreach (var (name, damage) in kind.Damages)
        {
            using var folder = await IndexedAsync(articles: 100);
            var before = State(folder);
            damage(folder.DataPath);

            Assert.True(IsFoundOut(folder), $"{name}: nobody noticed");
            var outcome = await folder.UpdateAsync(Some.Repair);

            Assert.False(string.IsNullOrEmpty(outcome.Notice), $"{name}: repaired without a word");
            Assert.DoesNotContain('\n', outcome.Notice);
            Assert.True(before == State(folder), $"{name}: something is lost");
            using var index = folder.Open();
            Assert.Empty(index.Verify(folder.Corpus));
            Assert.Null((await folder.UpdateAsync(Some.Repair)).Notice);
        }
    }

    [Fact]
    public async Task An_index_that_was_removed_is_made_anew()
    {
        using var folder = await IndexedAsync(articles: 50);
        var before = State(folder);
        kind.Remove(folder.DataPath);

        Assert.Contains("run index", OneLine(Assert.Throws<IndexException>(folder.Open)), StringComparison.Ordinal);
        await folder.UpdateAsync(Some.Repair);

        Assert.Equal(before, State(folder));
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_behind_locks_nobody_out()
    {
        using var folder = await IndexedAsync(articles: 10);
        kind.LeaveLock(folder.DataPath);
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 11).Select(Some.Line));

        Assert.Equal(1, (await folder.UpdateAsync()).New);
        using var index = folder.Open();
        Assert.Equal(11, index.Extent.Articles);
    }

    [Fact]
    public async Task An_index_of_another_version_is_built_anew_and_that_is_said()
    {
        using var folder = await IndexedAsync(articles: 50);
        var before = State(folder);
        kind.MakeOtherVersion(folder.DataPath);

        Assert.Contains("another version", OneLine(Assert.Throws<IndexException>(folder.Open)), StringComparison.Ordinal);
        var outcome = await folder.UpdateAsync();

        Assert.Contains("another version", outcome.Notice, StringComparison.Ordinal);
        Assert.Equal(before, State(folder));
        Assert.Null((await folder.UpdateAsync()).Notice);
    }

    private static bool IsFoundOut(TestFolder folder)
    {
        try
        {
            using var index = folder.Open();
            foreach (var hit in index.Search(Some.Query("report", "bridge") with { Most = 1000 }).Hits)
                _ = index.Read(hit.Article);
            return index.Verify().Count > 0;
        }
        catch (IndexException broken)
        {
            Assert.Contains("run index", OneLine(broken), StringComparison.Ordinal);
            return true;
        }
    }
}
