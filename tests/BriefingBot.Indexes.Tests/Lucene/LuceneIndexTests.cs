using BriefingBot.Lucene;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;
using Lucene.Net.Store;

namespace BriefingBot.Indexes.Tests;

/// <summary>What is special about the index of Lucene's.</summary>
public sealed class LuceneIndexTests
{
    private static readonly LuceneUnderTest Lucene = new();

    [Fact]
    public async Task A_disk_that_fills_up_at_any_moment_is_said_in_one_line_and_nothing_is_lost()
    {
        using var folder = new TestFolder(Lucene);
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 60).Select(Some.Line));
        await folder.UpdateAsync();
        folder.WriteLines("wire.jsonl", Enumerable.Range(20, 60).Select(Some.Line));
        var failures = 0;
        for (var room = 0; await IsFullAsync(folder, room); room += 3)
        {
            failures++;
            using var index = folder.Open();
            Assert.Empty(index.Verify());
            Assert.True(index.Extent.Articles >= 60, "an article is lost");
        }

        Assert.True(failures > 3, $"the disk was full {failures} times only");
        using var fresh = new TestFolder(Lucene);
        fresh.WriteLines("wire.jsonl", Enumerable.Range(20, 60).Select(Some.Line));
        await fresh.UpdateAsync();
        Assert.Equal(State(fresh), State(folder));
    }

    [Fact]
    public async Task The_other_kind_of_index_is_made_from_the_same_stored_articles()
    {
        using var folder = new TestFolder(Lucene);
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 60).Select(Some.Line));
        await folder.UpdateAsync();
        var hits = Hits(folder, "harbour", "minister");
        var sqlite = new SqliteIndexer(LuceneUnderTest.StoreOf(folder.DataPath));

        Assert.Contains("another kind of index", Assert.Throws<IndexException>(sqlite.Open).Message, StringComparison.Ordinal);
        var outcome = await sqlite.UpdateAsync(folder.Corpus, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((0, 60), (outcome.New, outcome.Unchanged));
        using var other = sqlite.Open();
        Assert.Empty(other.Verify(folder.Corpus));
        Assert.Equal(hits, Hits(other, "harbour", "minister"));
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 70).Select(Some.Line));
        await sqlite.UpdateAsync(folder.Corpus, cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("built anew", (await folder.UpdateAsync()).Notice, StringComparison.Ordinal);
        Assert.Equal(70, Opened(folder, index => index.Extent.Articles));
    }

    [Fact]
    public async Task An_article_that_writes_a_name_whole_comes_before_those_that_hold_its_words_apart()
    {
        using var folder = new TestFolder(Lucene);
        folder.WriteLines("wire.jsonl", [
            .. Enumerable.Range(0, 30).Select(i => new { id = $"apart{i}", text = "Anna rang the bell. Bell and Anna, Anna and Bell." }),
            new { id = "whole", text = "It was not known on Monday, the mayor said to those who had come to the town hall, where Anna Bell is." }]);
        await folder.UpdateAsync();
        var query = Some.Query("Anna", "Bell");

        Assert.Equal("whole", Opened(folder, index => Some.Found(index, query with { Names = ["anna bell"] })[0]));
        Assert.NotEqual("whole", Opened(folder, index => Some.Found(index, query)[0]));
    }

    [Theory]
    [InlineData("de", "Die Häuser am Hafen wurden geräumt.", "Haus")]
    [InlineData("fr", "Le café de l’Étoile a fermé ses portes.", "Étoile")]
    [InlineData("es", "Las naciones firmaron el acuerdo.", "nación")]
    [InlineData("ru", "Переговоры о мостах прошли в Москве.", "мост")]
    [InlineData("pl", "Most w mieście Łódź został zamknięty.", "lodz")]
    public async Task An_article_is_found_by_other_forms_of_its_words_in_its_language(string language, string text, string word)
    {
        using var folder = new TestFolder(Lucene);
        folder.WriteLines("wire.jsonl", new { id = "a1", text, language }, new { id = "a2", text = "Nothing of it here.", language = "en" });
        await folder.UpdateAsync();

        Assert.Equal(["a1"], Opened(folder, index => Some.Found(index, word)));
    }

    private static async Task<bool> IsFullAsync(TestFolder folder, int room)
    {
        var indexer = new LuceneIndexer(LuceneUnderTest.FolderOf(folder.DataPath), LuceneUnderTest.StoreOf(folder.DataPath))
        {
            OpenDirectory = path => new FullDisk(FSDirectory.Open(path), room),
        };
        try
        {
            await indexer.UpdateAsync(folder.Corpus, Some.SmallBatches);
            return false;
        }
        catch (IndexException full)
        {
            Assert.Contains("No space left", full.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', full.Message);
            return true;
        }
    }

    private static string State(TestFolder folder) => Opened(folder, Some.State);

    private static T Opened<T>(TestFolder folder, Func<IPassageIndex, T> read)
    {
        using var index = folder.Open();
        return read(index);
    }

    private static List<(string, object?)> Hits(TestFolder folder, params string[] words) => Opened(folder, index => Hits(index, words));

    private static List<(string, object?)> Hits(IPassageIndex index, params string[] words) =>
        [.. index.Search(Some.Query(words)).Hits.Select(hit => (index.Read(hit.Article).Id, (object?)hit.Span))];
}
