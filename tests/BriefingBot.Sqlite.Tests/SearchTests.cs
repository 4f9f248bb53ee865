using BriefingBot.Retrieval;

namespace BriefingBot.Sqlite.Tests;

public sealed class SearchTests
{
    [Fact]
    public async Task Candidates_come_best_first_with_the_words_where_their_span_says()
    {
        using var folder = new TestFolder();
        folder.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed after the flood.\n");
        folder.Write("b.txt", "The vote\n\nThe council voted on the budget of the bridge.\n");
        await folder.UpdateAsync();

        using var index = folder.Open();
        var hits = index.Search(Some.Query("tarnholm", "bridg")).Hits;

        Assert.Equal(["a.txt", "b.txt"], hits.Select(hit => index.Read(hit.Article).Id));
        Assert.All(hits, hit => Assert.Contains("bridge", Words(index, hit), StringComparison.Ordinal));
        Assert.True(hits[0].Score > hits[1].Score);
    }

    [Fact]
    public async Task A_title_is_found_as_a_passage_without_a_span()
    {
        using var folder = new TestFolder();
        folder.WriteLines("wire.jsonl", new { title = "Tarnholm cut off", text = "The bridge was closed after the flood." });
        await folder.UpdateAsync();

        using var index = folder.Open();
        var found = index.Search(Some.Query("tarnholm"));

        Assert.Null(Assert.Single(found.Hits).Span);
        Assert.Equal([0], found.PassageFrequency);
    }

    [Fact]
    public async Task The_passages_a_term_stands_in_are_counted_once_each_over_all_segments()
    {
        using var folder = new TestFolder();
        for (var i = 0; i < 7; i++)
        {
            folder.Write($"{i}.txt", $"The flood\n\nTarnholm flooded. Tarnholm was cut off on day {i}.\n");
            await folder.UpdateAsync();
        }

        using var index = folder.Open();

        Assert.Equal([7, 7, 0, 1], index.Search(Some.Query("tarnholm", "day", "nowher", "6")).PassageFrequency);
    }

    [Fact]
    public async Task Articles_after_the_day_asked_for_are_not_searched_and_undated_ones_are()
    {
        using var folder = new TestFolder();
        folder.WriteLines(
            "wire.jsonl",
            new { id = "before", published = "2024-05-01", text = "The bridge at Tarnholm was closed." },
            new { id = "after", published = "2024-05-03", text = "The bridge at Tarnholm was opened." },
            new { id = "undated", text = "The bridge at Tarnholm was painted." });
        await folder.UpdateAsync();

        using var index = folder.Open();
        var found = index.Search(Some.Query("tarnholm") with { AsOf = new DateOnly(2024, 5, 2) });

        Assert.Equal(["before", "undated"], found.Hits.Select(hit => index.Read(hit.Article).Id).Order());
        Assert.Equal([2], found.PassageFrequency);
        Assert.Equal((new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 3)), (index.Extent.From, index.Extent.To));
    }

    [Fact]
    public async Task Articles_near_the_day_of_the_question_come_first()
    {
        using var folder = new TestFolder();
        folder.WriteLines(
            "wire.jsonl",
            new { id = "far", published = "2023-05-01", text = "The bridge at Tarnholm was closed." },
            new { id = "near", published = "2024-05-01", text = "The bridge at Tarnholm was closed." });
        await folder.UpdateAsync();

        using var index = folder.Open();
        var far = index.Search(Some.Query("tarnholm")).Hits;
        var near = index.Search(Some.Query("tarnholm") with { Near = new DateOnly(2024, 5, 2) }).Hits;

        Assert.Equal(["far", "near"], far.Select(hit => index.Read(hit.Article).Id));
        Assert.Equal(["near", "far"], near.Select(hit => index.Read(hit.Article).Id));
        Assert.Equal(far[1].Score * Closeness.Factor(new DateOnly(2024, 5, 2), new DateOnly(2024, 5, 1)), near[0].Score, 4);
    }

    [Fact]
    public async Task Equal_candidates_come_in_the_order_of_the_corpus_however_many_are_wanted()
    {
        using var folder = new TestFolder();
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 60).Select(i => new { id = $"{i:D2}", text = "The bridge at Tarnholm was closed." }));
        await folder.UpdateAsync();

        using var index = folder.Open();

        for (var most = 1; most <= 60; most += 7)
        {
            var ids = index.Search(Some.Query("tarnholm") with { Most = most }).Hits.Select(hit => index.Read(hit.Article).Id);
            Assert.Equal(Enumerable.Range(0, most).Select(i => $"{i:D2}"), ids);
        }
    }

    [Fact]
    public async Task One_article_does_not_crowd_out_the_others()
    {
        using var folder = new TestFolder();
        var passages = Enumerable.Range(0, 9).Select(i => $"Tarnholm was flooded. {Some.Text(i, sentences: 10)}");
        folder.WriteLines("wire.jsonl", new { id = "long", title = "Floods", text = string.Join("\n\n", passages) }, new { id = "short", title = "Council", text = "The council met on a bridge far away from Tarnholm, and then went home." });
        await folder.UpdateAsync();

        using var index = folder.Open();
        var found = index.Search(Some.Query("tarnholm"));

        Assert.Equal(10, found.PassageFrequency[0]);
        Assert.Equal(3, found.Hits.Count(hit => index.Read(hit.Article).Id == "long"));
        Assert.Contains(found.Hits, hit => index.Read(hit.Article).Id == "short");
    }

    [Fact]
    public async Task Scores_are_those_of_BM25()
    {
        using var folder = new TestFolder();
        folder.WriteLines("wire.jsonl", new { text = "Tarnholm flooded, Tarnholm drowned." }, new { text = "Council voted." });
        await folder.UpdateAsync();

        using var index = folder.Open();
        var hit = Assert.Single(index.Search(new CandidateQuery([new QueryTerm("tarnholm", 2)], Most: 10)).Hits);

        // Passage and article are the same four words; on average they have three. One of two passages has the term.
        var idf = Math.Log(1 + ((2 - 1 + 0.5) / (1 + 0.5)));
        var bm25 = idf * 2 * 2.2 / (2 + (1.2 * (0.25 + (0.75 * 4 / 3))));
        Assert.Equal(2 * bm25 * 1.5, hit.Score, 4);
    }

    private static string Words(IPassageIndex index, Candidate hit) => index.Read(hit.Article).Text[hit.Span!.Value.Start..hit.Span.Value.End];
}
