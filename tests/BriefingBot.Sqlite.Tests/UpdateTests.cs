using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Sqlite.Tests;

public sealed class UpdateTests
{
    [Fact]
    public async Task An_update_counts_what_is_new_changed_deleted_moved_and_unchanged()
    {
        using var folder = new TestFolder();
        folder.Write("a.txt", "The flood\n\nThe bridge was closed.\n");
        folder.Write("b.txt", "The vote\n\nThe council voted.\n");
        folder.Write("c.txt", "The strike\n\nThe ferries stopped.\n");
        folder.Write("d.txt", "The drought\n\nThe senate met.\n");
        var first = await folder.UpdateAsync();
        folder.Write("b.txt", "The vote\n\nThe council voted again.\n");
        File.Move(folder.PathOf("c.txt"), folder.PathOf("moved.txt"));
        File.Delete(folder.PathOf("d.txt"));
        folder.Write("e.txt", "The treaty\n\nThe minister signed it.\n");

        var second = await folder.UpdateAsync();

        Assert.Equal((4, 0, 0, 0, 0), Counts(first));
        Assert.Equal((1, 1, 1, 1, 1), Counts(second));
        using var index = folder.Open();
        Assert.Equal(["a.txt", "b.txt", "e.txt", "moved.txt"], index.List(ListQuery.All).Articles.Select(article => article.Id).Order());
        Assert.Empty(index.Verify(folder.Corpus));
    }

    [Fact]
    public async Task Words_of_a_replaced_article_are_no_longer_found()
    {
        using var folder = new TestFolder();
        folder.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        folder.Write("a.txt", "The flood\n\nThe bridge at Veldrun was closed.\n");
        await folder.UpdateAsync();

        using var index = folder.Open();

        Assert.Empty(index.Search(Some.Query("tarnholm")).Hits);
        Assert.Equal([0, 1], index.Search(Some.Query("tarnholm", "veldrun")).PassageFrequency);
        Assert.Equal(1, index.Extent.Articles);
    }

    [Fact]
    public async Task A_moved_article_is_found_under_its_new_id_with_its_old_number()
    {
        using var folder = new TestFolder();
        folder.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        var before = Found(folder, "tarnholm");
        File.Move(folder.PathOf("a.txt"), folder.PathOf("b.txt"));
        await folder.UpdateAsync();

        using var index = folder.Open();

        Assert.Equal(before, Found(folder, "tarnholm"));
        Assert.Equal("b.txt", index.Read(before).Id);
    }

    [Fact]
    public async Task A_line_put_into_a_file_moves_the_articles_after_it_and_adds_one()
    {
        using var folder = new TestFolder();
        var lines = Enumerable.Range(0, 5).Select(i => new { text = Some.Text(i) }).ToArray();
        folder.WriteLines("wire.jsonl", lines);
        await folder.UpdateAsync();
        folder.WriteLines("wire.jsonl", [lines[0], new { text = Some.Text(99) }, .. lines[1..]]);

        var outcome = await folder.UpdateAsync();

        Assert.Equal((1, 0, 0, 4, 1), Counts(outcome));
        using var index = folder.Open();
        Assert.Equal(Enumerable.Range(1, 6).Select(line => $"wire.jsonl#{line}"), index.List(ListQuery.All).Articles.Select(article => article.Id).Order());
    }

    [Fact]
    public async Task Many_small_updates_end_in_the_state_of_one_large_one()
    {
        using var slow = new TestFolder();
        using var fast = new TestFolder();
        for (var i = 0; i < 40; i++)
        {
            slow.Write($"{i:D3}.txt", $"Report number{i}\n\n{Some.Text(i)}\n");
            fast.Write($"{i:D3}.txt", $"Report number{i}\n\n{Some.Text(i)}\n");
            await slow.UpdateAsync();
        }

        await fast.UpdateAsync(new UpdateOptions());

        using var left = slow.Open();
        using var right = fast.Open();
        Assert.Equal(Some.State(right), Some.State(left));
        Assert.Empty(left.Verify(slow.Corpus));
    }

    [Fact]
    public async Task A_file_of_the_same_size_and_time_is_read_unless_times_are_trusted()
    {
        using var folder = new TestFolder();
        folder.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        folder.Write("a.txt", "The flood\n\nThe bridge at Tarnholt was closed.\n");

        var trusting = await folder.UpdateAsync(new UpdateOptions { TrustsFileTimes = true });
        var reading = await folder.UpdateAsync();

        Assert.Equal((0, 0, 0, 0, 1), Counts(trusting));
        Assert.Equal((0, 1, 0, 0, 0), Counts(reading));
    }

    [Fact]
    public async Task The_time_of_a_file_changed_just_before_it_was_indexed_is_not_trusted()
    {
        using var folder = new TestFolder();
        folder.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        var justAfter = new UpdateOptions { TrustsFileTimes = true, Time = new StoppedClock(File.GetLastWriteTimeUtc(folder.PathOf("a.txt")).AddSeconds(1)) };
        await folder.UpdateAsync(justAfter);
        folder.Write("a.txt", "The flood\n\nThe bridge at Tarnholt was closed.\n");

        Assert.Equal((0, 1, 0, 0, 0), Counts(await folder.UpdateAsync(justAfter)));
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_problem_each_time_and_the_rest_is_indexed()
    {
        using var folder = new TestFolder();
        folder.Write("wire.jsonl", """{"text":"The bridge at Tarnholm was closed."}""" + "\n{broken\n");
        folder.Write("empty.txt", "");

        var first = await folder.UpdateAsync();
        var second = await folder.UpdateAsync();

        Assert.Equal(2, first.Problems.Count);
        Assert.Equal(first.Problems, second.Problems);
        Assert.Equal((1, 0, 0, 0, 0), Counts(first));
        Assert.Equal((0, 0, 0, 0, 1), Counts(second));
    }

    [Fact]
    public async Task A_corpus_without_a_readable_article_gives_an_empty_index()
    {
        using var folder = new TestFolder();
        folder.Write("empty.txt", "");
        await folder.UpdateAsync();

        using var index = folder.Open();

        Assert.Equal(new CorpusExtent(0, 0, null, null), index.Extent);
        Assert.Empty(index.Search(Some.Query("bridge")).Hits);
        Assert.Empty(index.Verify(folder.Corpus));
    }

    [Fact]
    public async Task Everything_of_an_article_is_read_back_as_it_was()
    {
        using var folder = new TestFolder();
        var text = "Zürich 🌊 東京\u0301 \u202Eabc\u202C and more.\nCredit: AP\nEnd of the story, which goes on for a while.";
        folder.WriteLines("wire.jsonl", new { id = "ü-1", title = "Τίτλος 🌊", text, outlet = "Ledger", author = "Ana Ruiz", url = "https://example.org/2024/05/01/x", language = "de" });
        await folder.UpdateAsync();
        var expected = folder.Corpus.Files().SelectMany(Corpus.Read).OfType<ReadArticle>().Single().Article;

        using var index = folder.Open();
        var article = index.Read(index.Search(Some.Query("zurich")).Hits[0].Article);

        Assert.Equal((expected.Id, expected.Title, expected.Text, expected.Provenance), (article.Id, article.Title, article.Text, article.Provenance));
        Assert.Equal(expected.Parts, article.Parts);
    }

    [Fact]
    public async Task A_cancelled_update_stops_and_keeps_what_it_committed()
    {
        using var folder = new TestFolder();
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 300).Select(Some.Line));
        using var source = new CancellationTokenSource();
        var stopping = new Reports(progress =>
        {
            if (progress.Articles == 250)
                source.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new SqliteIndexer(folder.IndexPath).UpdateAsync(folder.Corpus, Some.SmallBatches, stopping, source.Token));

        using (var index = folder.Open())
            Assert.InRange(index.Extent.Articles, 1, 299);
        Assert.Equal(300, (await folder.UpdateAsync()) is var rest ? rest.New + rest.Unchanged : 0);
    }

    private static (int New, int Changed, int Deleted, int Moved, int Unchanged) Counts(UpdateOutcome outcome) =>
        (outcome.New, outcome.Changed, outcome.Deleted, outcome.Moved, outcome.Unchanged);

    private static long Found(TestFolder folder, string term)
    {
        using var index = folder.Open();
        return index.Search(Some.Query(term)).Hits[0].Article;
    }

    private sealed class StoppedClock(DateTime now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(now);
    }

    private sealed class Reports(Action<UpdateProgress> report) : IProgress<UpdateProgress>
    {
        public void Report(UpdateProgress value) => report(value);
    }
}
