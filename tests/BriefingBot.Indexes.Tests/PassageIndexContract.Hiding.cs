using System.Text;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

public abstract partial class PassageIndexContract
{
    private static readonly string[] HidingQuestions =
    [
        "Was the bridge at Tarnholm closed?",
        "Who confirmed the flood at Veldrun?",
        "How many people died in the ferry accident?",
        "What did Mayor Hadley say about the ferry?",
        "Has the embassy in Kaldor been evacuated?",
        "When will the treaty be signed by Minister Orlova?",
    ];

    [Fact]
    public async Task The_extent_under_a_filter_is_that_of_what_it_admits()
    {
        using var folder = await FilteredFolderAsync();
        using var index = folder.Open();

        Assert.Equal(new CorpusExtent(4, 4, new DateOnly(2020, 1, 1), new DateOnly(2024, 6, 2)), index.Extent);
        Assert.Equal(index.Extent, index.ExtentOf(None));
        Assert.Equal(new CorpusExtent(2, 2, new DateOnly(2020, 1, 1), new DateOnly(2024, 6, 1)), index.ExtentOf(None with { Collections = ["wires"] }));
        Assert.Equal(new CorpusExtent(1, 1, null, null), index.ExtentOf(None with { Outlets = ["UNDATED "] }));
        Assert.Equal(new CorpusExtent(0, 0, null, null), index.ExtentOf(None with { Languages = [] }));
        Assert.Equal(new CorpusExtent(3, 3, new DateOnly(2020, 1, 1), new DateOnly(2024, 6, 1)), index.ExtentOf(null, new DateOnly(2024, 6, 1)));
        Assert.Equal(new CorpusExtent(1, 1, new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 1)), index.ExtentOf(None with { Collections = ["wires"] }, new DateOnly(2024, 1, 1)));
    }

    [Fact]
    public async Task The_extent_under_a_filter_follows_an_update()
    {
        using var folder = await FilteredFolderAsync();
        using var index = folder.Open();
        var wires = None with { Collections = ["wires"] };
        _ = index.ExtentOf(wires);
        folder.WriteLines("wires/more.jsonl", new { id = "more", text = "The bridge was opened.", published = "2024-07-01" });
        await folder.UpdateAsync();

        Assert.Equal(new CorpusExtent(3, 3, new DateOnly(2020, 1, 1), new DateOnly(2024, 7, 1)), index.ExtentOf(wires));
        Assert.Equal(index.ExtentOf(wires), index.Search(Some.Query("bridge") with { Filter = wires }).Searched);
    }

    [Fact]
    public async Task Candidates_and_counts_under_a_filter_are_those_of_a_corpus_of_what_it_admits()
    {
        using var mixed = HidingFolder(hidden: true);
        using var plain = HidingFolder(hidden: false);
        await mixed.UpdateAsync(Some.SmallBatches);
        await plain.UpdateAsync(Some.SmallBatches);
        using var filtered = mixed.Open();
        using var alone = plain.Open();

        foreach (var question in HidingQuestions)
        {
            var query = Some.Query(question.Split(' ', '?')) with { Names = ["mayor hadlei"], Near = new DateOnly(2024, 3, 8) };
            Assert.Equal(Described(alone, query), Described(filtered, query with { Filter = None with { Collections = ["open"] } }));
        }
    }

    [Fact]
    public async Task An_answer_under_a_filter_is_to_the_byte_that_of_a_corpus_of_what_it_admits()
    {
        using var mixed = HidingFolder(hidden: true);
        using var plain = HidingFolder(hidden: false);
        await mixed.UpdateAsync(Some.SmallBatches);
        await plain.UpdateAsync(Some.SmallBatches);
        using var filtered = mixed.Open();
        using var alone = plain.Open();

        List<string> unfiltered = [];
        foreach (var question in HidingQuestions)
        {
            var without = await AnswerAsync(alone, question, AskOptions.Default);
            Assert.Equal(without, await AnswerAsync(filtered, question, new AskOptions { Filter = None with { Collections = ["open"] } }));
            Assert.DoesNotContain("Secret", without, StringComparison.Ordinal);
            unfiltered.Add(await AnswerAsync(filtered, question, AskOptions.Default));
        }

        Assert.Contains(unfiltered, answer => answer.Contains("Secret", StringComparison.Ordinal));

        Assert.Equal(alone.List(ListQuery.All).Articles, filtered.List(new ListQuery { Filter = None with { Collections = ["open"] } }).Articles);
        Assert.Equal(alone.Outlets(), filtered.Outlets(None with { Collections = ["open"] }));
    }

    [Fact]
    public async Task An_answer_as_of_a_day_is_to_the_byte_that_of_a_corpus_without_what_came_later()
    {
        using var mixed = HidingFolder(hidden: true, collection: null);
        using var plain = HidingFolder(hidden: false, collection: null);
        await mixed.UpdateAsync(Some.SmallBatches);
        await plain.UpdateAsync(Some.SmallBatches);
        using var later = mixed.Open();
        using var alone = plain.Open();
        var asOf = new AskOptions { AsOf = new DateOnly(2024, 12, 31) };

        foreach (var question in HidingQuestions)
            Assert.Equal(await AnswerAsync(alone, question, asOf), await AnswerAsync(later, question, asOf));
    }

    private static string Described(IPassageIndex index, CandidateQuery query)
    {
        var found = index.Search(query);
        return $"{found.Searched} {string.Join(',', found.PassageFrequency)} {string.Join(' ', found.Hits.Select(hit => $"{index.Read(hit.Article).Id}{hit.Span}={hit.Score:R}"))}";
    }

    private static async Task<string> AnswerAsync(IPassageIndex index, string question, AskOptions options)
    {
        var answer = await new Answerer(index).AskAsync(question, options);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            AnswerJson.Write(json, answer with { Elapsed = TimeSpan.Zero });
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Articles of an open collection; among them, where they are to be hidden, others on the same, longer, with other words and all later.</summary>
    private TestFolder HidingFolder(bool hidden, string? collection = "open")
    {
        var folder = NewFolder();
        for (var i = 0; i < 40; i++)
        {
            folder.WriteLines($"{i:D2}a.jsonl", new
            {
                id = $"open{i}",
                collection,
                outlet = $"Harbour Wire {i % 3}",
                published = $"2024-03-{1 + (i % 28):D2}",
                title = $"Report {i} of the {(i % 2 == 0 ? "bridge" : "ferry")}",
                text = i switch
                {
                    3 => "The bridge at Tarnholm is closed, said Mayor Hadley. \"Nobody may cross it,\" she said.",
                    7 => "Police in Veldrun could not confirm the flood. Three people died in the ferry accident, the council said.",
                    _ => Some.Text(i),
                },
            });
            if (!hidden)
                continue;
            folder.WriteLines($"{i:D2}b.jsonl", new
            {
                id = $"hidden{i}",
                collection = collection is null ? null : "closed",
                outlet = "Secret Wire",
                published = $"2025-03-{1 + (i % 28):D2}",
                title = $"Secret report {i} of the bridge at Tarnholm, the treaty and the embassy in Kaldor",
                text = $"Secret: Mayor Hadley said the bridge at Tarnholm was open. Minister Orlova signed the treaty of the flood. The embassy in Kaldor was evacuated; {i} died in the ferry. {Some.Text(1000 + i, 40)}",
            });
        }

        return folder;
    }
}
