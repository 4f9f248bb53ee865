using BriefingBot.Postgres.Searches;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;
using Npgsql;

namespace BriefingBot.Postgres.Tests;

public sealed class CandidateTests
{
    [Fact]
    public async Task The_candidates_are_those_of_the_embedded_index()
    {
        using var corpus = new TestCorpus(TestServer.NewDatabase());
        corpus.WriteLines("wire.jsonl", Enumerable.Range(0, 120).Select(Some.Line));
        await corpus.UpdateAsync(new UpdateOptions());
        var path = Path.Combine(corpus.Path, "index.db");
        await new SqliteIndexer(path).UpdateAsync(corpus.Corpus, cancellation: TestContext.Current.CancellationToken);

        using var index = corpus.Open();
        using var embedded = SqliteIndex.Open(path);
        CandidateQuery[] queries =
        [
            Some.Query("harbour", "number7", "number8"),
            Some.Query("embassy", "minister", "nowhere") with { Near = new DateOnly(2024, 3, 5) },
            Some.Query("radar", "number9") with { AsOf = new DateOnly(2024, 2, 2), Most = 300 },
        ];
        foreach (var query in queries)
        {
            var (expected, found) = (embedded.Search(query), index.Search(query));
            Assert.Equal(expected.PassageFrequency, found.PassageFrequency);
            Assert.Equal(Described(embedded, expected), Described(index, found));
            Assert.All(expected.Hits.Zip(found.Hits), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-3));
        }
    }

    [Fact]
    public void Common_terms_are_looked_for_beside_the_rare_ones_only()
    {
        var choice = TermChoice.Of([Term(0, "common", 90_000, 2), Term(1, "rare", 12, 8), Term(2, "seldom", 900, 5), Term(3, "nowhere", 0, 9)]);

        Assert.Equal(["rare", "seldom"], choice.Rare.Select(term => term.Lexeme));
        Assert.Equal(["common"], choice.Common.Select(term => term.Lexeme));
        Assert.Equal(["'rare'", "'seldom'", "'common' & ('rare' | 'seldom')"], choice.Queries());
    }

    [Fact]
    public void Rare_terms_carry_half_of_the_question_however_common_they_are()
    {
        var choice = TermChoice.Of([Term(0, "president", 60_000, 3), Term(1, "election", 40_000, 3), Term(2, "odd", 5, 1)]);

        Assert.Equal(["odd", "election"], choice.Rare.Select(term => term.Lexeme));
    }

    [Fact]
    public async Task Terms_beside_rare_ones_are_scored_as_if_all_had_been_looked_at()
    {
        var database = TestServer.NewDatabase();
        using var corpus = new TestCorpus(database);
        corpus.WriteLines("wire.jsonl", Enumerable.Range(0, 120).Select(Some.Line));
        await corpus.UpdateAsync();
        var query = Some.Query("number7", "harbour");
        using var connection = new NpgsqlConnection(database + ";Pooling=false");
        connection.Open();
        var (state, counts) = TermCount.Read(connection, TestCorpus.Name, query.Terms);
        SearchTerm[] terms = [.. counts.Select((count, i) => new SearchTerm(i, count.Lexeme, 1, count.Passages, count.Titles) { Weight = 1 })];

        var all = FirstScan.Run(connection, state!.Number, new TermChoice(terms, []), query);
        var beside = FirstScan.Run(connection, state.Number, new TermChoice(terms[..1], terms[1..]), query);

        Assert.Equal(all.PassagesOfTerm[0], beside.PassagesOfTerm[0]);
        Assert.InRange(beside.PassagesOfTerm[1], 1, all.PassagesOfTerm[1] - 1);
        var averages = AverageLengths.Of(state);
        Assert.Equal(all.Best(3, [1, 1], averages, null), beside.Best(3, [1, 1], averages, null));
    }

    [Fact]
    public async Task Common_terms_are_counted_in_what_is_searched_and_again_after_an_update()
    {
        var database = TestServer.NewDatabase();
        using var corpus = new TestCorpus(database);
        corpus.WriteLines("wire.jsonl", Enumerable.Range(0, 60).Select(Some.Line));
        await corpus.UpdateAsync();
        using var index = corpus.Open();
        using var connection = new NpgsqlConnection(database + ";Pooling=false");
        connection.Open();
        var counts = new FilteredCounts();
        CandidateQuery[] queries =
        [
            Some.Query("harbour", "minister") with { AsOf = new DateOnly(2024, 2, 2) },
            Some.Query("minister", "harbour") with { Filter = new PassageFilter { To = new DateOnly(2024, 1, 20) } },
        ];

        foreach (var query in (CandidateQuery[])[.. queries, .. queries])
            Assert.Equal(index.Search(query).PassageFrequency, Counted(query));
        corpus.WriteLines("wire.jsonl", Enumerable.Range(0, 30).Select(Some.Line));
        await corpus.UpdateAsync();
        foreach (var query in queries)
            Assert.Equal(index.Search(query).PassageFrequency, Counted(query));

        IEnumerable<int> Counted(CandidateQuery query)
        {
            var (state, known) = TermCount.Read(connection, TestCorpus.Name, query.Terms);
            return counts.Of(connection, state!, [.. known.Select((count, i) => new SearchTerm(i, count.Lexeme, 1, count.Passages, count.Titles))], query);
        }
    }

    private static SearchTerm Term(int position, string lexeme, int passages, float weight) => new(position, lexeme, 1, passages, 0) { Weight = weight };

    private static IEnumerable<string> Described(IPassageIndex index, Candidates found) => found.Hits.Select(hit => $"{index.Read(hit.Article).Id} {hit.Span}");
}
