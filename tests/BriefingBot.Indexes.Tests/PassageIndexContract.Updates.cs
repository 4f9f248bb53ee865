using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

public abstract partial class PassageIndexContract
{
    [Fact]
    public async Task What_is_added_is_found_and_read_back_as_it_was()
    {
        using var folder = NewFolder();
        folder.WriteLines("wire.jsonl", new
        {
            id = "x1",
            title = "Bridge closed",
            text = "The bridge at Tarnholm was closed on Monday, the mayor said.\n\nPhoto: Reuters",
            outlet = "Harbour Wire",
            url = "https://wire.example/bridge",
            published = "2024-10-20",
            language = "en",
            collection = "wires",
        });
        await folder.UpdateAsync();

        using var index = folder.Open();
        var article = index.Read(index.Search(Some.Query("Tarnholm")).Hits[0].Article);

        var source = Corpus.Read(folder.Corpus.Files()[0]).OfType<ReadArticle>().Single().Article;
        Assert.Equal((source.Id, source.Title, source.Text, source.Provenance), (article.Id, article.Title, article.Text, article.Provenance));
        Assert.Equal(source.Parts, article.Parts);
        Assert.Equal("wires", article.Provenance.Collection);
        Assert.Equal(new CorpusExtent(1, 1, new DateOnly(2024, 10, 20), new DateOnly(2024, 10, 20)), index.Extent);
        Assert.Equal([new ListedArticle("x1", "Bridge closed", source.Provenance, 1)], index.List(ListQuery.All).Articles);
    }

    [Fact]
    public async Task An_update_counts_what_is_new_changed_deleted_moved_and_unchanged()
    {
        using var folder = NewFolder();
        foreach (var name in (string[])["a", "b", "c", "d"])
            folder.Write($"{name}.txt", $"Report {name}\n\nThe bridge of {name}holm was closed.\n");
        Assert.Equal((4, 0, 0, 0, 0), Counts(await folder.UpdateAsync()));
        Assert.Equal((0, 0, 0, 0, 4), Counts(await folder.UpdateAsync()));

        folder.Write("a.txt", "Report a\n\nThe ferry of aholm was closed.\n");
        File.Delete(folder.PathOf("b.txt"));
        File.Move(folder.PathOf("c.txt"), folder.PathOf("z.txt"));
        folder.Write("e.txt", "Report e\n\nThe bridge of eholm was closed.\n");

        Assert.Equal((1, 1, 1, 1, 1), Counts(await folder.UpdateAsync()));
        using var index = folder.Open();
        Assert.Equal(["a.txt", "d.txt", "e.txt", "z.txt"], index.List(ListQuery.All).Articles.Select(article => article.Id).Order(StringComparer.Ordinal));
        Assert.Empty(index.Verify(folder.Corpus));
    }

    [Fact]
    public async Task A_changed_article_is_found_by_its_new_words_only()
    {
        using var folder = NewFolder();
        folder.Write("a.txt", "Report\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        folder.Write("a.txt", "Report\n\nThe ferry to Veldrun was closed.\n");
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Empty(Some.Found(index, "Tarnholm"));
        Assert.Equal(["a.txt"], Some.Found(index, "Veldrun"));
        Assert.Equal([0, 1], index.Search(Some.Query("Tarnholm", "Veldrun")).PassageFrequency);
    }

    [Fact]
    public async Task A_deleted_article_is_found_no_more()
    {
        using var folder = NewFolder();
        folder.Write("a.txt", "Report\n\nThe bridge at Tarnholm was closed.\n");
        folder.Write("b.txt", "Report\n\nThe ferry to Veldrun was closed.\n");
        await folder.UpdateAsync();
        File.Delete(folder.PathOf("a.txt"));
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Empty(Some.Found(index, "Tarnholm"));
        Assert.Equal(["b.txt"], Some.Found(index, "closed"));
        Assert.Equal(1, index.Extent.Articles);
    }

    [Fact]
    public async Task A_moved_article_is_found_under_its_new_id()
    {
        using var folder = NewFolder();
        folder.Write("a.txt", "Report\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        File.Move(folder.PathOf("a.txt"), folder.PathOf("b.txt"));
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Equal(["b.txt"], Some.Found(index, "Tarnholm"));
    }

    [Fact]
    public async Task Many_small_updates_end_in_the_state_of_one_large_one()
    {
        using var slow = NewFolder();
        for (var last = 20; last <= 100; last += 20)
        {
            slow.WriteLines("wire.jsonl", Enumerable.Range(last - 20, last < 100 ? 40 : 100).Select(Some.Line));
            await slow.UpdateAsync();
        }

        using var fast = NewFolder();
        fast.WriteLines("wire.jsonl", Enumerable.Range(80, 100).Select(Some.Line));
        await fast.UpdateAsync(new UpdateOptions());

        Assert.Equal(State(fast), State(slow));
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_problem_and_the_rest_is_indexed()
    {
        using var folder = NewFolder();
        folder.Write("wire.jsonl", "{\"id\":\"a1\",\"text\":\"The bridge at Tarnholm was closed.\"}\n{\"id\":\n");

        var outcome = await folder.UpdateAsync();

        Assert.StartsWith("wire.jsonl line 2:", Assert.Single(outcome.Problems), StringComparison.Ordinal);
        using var index = folder.Open();
        Assert.Equal(["a1"], Some.Found(index, "Tarnholm"));
    }

    [Fact]
    public async Task An_index_of_nothing_finds_nothing()
    {
        using var folder = NewFolder();
        folder.Write("a.txt", "  \n");
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Equal(new CorpusExtent(0, 0, null, null), index.Extent);
        Assert.Empty(index.Search(Some.Query("bridge")).Hits);
        Assert.Empty(index.List(ListQuery.All).Articles);
        Assert.Empty(index.Verify());
    }

    private static (int New, int Changed, int Deleted, int Moved, int Unchanged) Counts(UpdateOutcome outcome) =>
        (outcome.New, outcome.Changed, outcome.Deleted, outcome.Moved, outcome.Unchanged);
}
