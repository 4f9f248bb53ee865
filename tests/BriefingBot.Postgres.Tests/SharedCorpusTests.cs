using BriefingBot.Retrieval;

namespace BriefingBot.Postgres.Tests;

public sealed class SharedCorpusTests
{
    private const int Articles = 300;

    [Fact]
    public async Task Writers_on_several_nodes_index_each_article_once()
    {
        using var first = new TestCorpus(TestServer.NewDatabase());
        first.WriteLines("wire.jsonl", Enumerable.Range(0, Articles).Select(Some.Line));
        using var second = first.Copy();
        using var third = first.Copy();

        var outcomes = await Task.WhenAll(first.UpdateAsync(), second.UpdateAsync(), third.UpdateAsync());

        Assert.Equal(Articles, outcomes.Sum(outcome => outcome.New));
        Assert.Equal(2 * Articles, outcomes.Sum(outcome => outcome.Unchanged));
        AssertIsWhole(first, Articles);
    }

    [Fact]
    public async Task An_update_that_is_optional_leaves_the_turn_to_another_node()
    {
        using var corpus = new TestCorpus(TestServer.NewDatabase());
        corpus.WriteLines("wire.jsonl", Some.Line(0));
        await corpus.UpdateAsync();
        corpus.WriteLines("wire.jsonl", Enumerable.Range(0, 2).Select(Some.Line));
        UpdateOutcome? left = null;
        var whileUpdating = new Reports(_ => left ??= corpus.UpdateAsync(new UpdateOptions { IsOptional = true }).GetAwaiter().GetResult());

        await corpus.UpdateAsync(progress: whileUpdating);

        Assert.Contains("being updated by another node", left!.Notice, StringComparison.Ordinal);
        AssertIsWhole(corpus, 2);
    }

    [Fact]
    public async Task Readers_go_on_while_another_node_indexes_and_see_whole_commits()
    {
        using var corpus = new TestCorpus(TestServer.NewDatabase());
        corpus.Write("first.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        await corpus.UpdateAsync();
        using var index = corpus.Open();
        corpus.WriteLines("wire.jsonl", Enumerable.Range(0, Articles).Select(Some.Line));
        HashSet<int> seen = [];
        var reading = new Reports(_ =>
        {
            Assert.Equal(["first.txt"], Some.Found(index, "Tarnholm"));
            seen.Add(index.Extent.Articles);
        });

        await corpus.UpdateAsync(progress: reading);

        Assert.True(seen.Count > 2, "the reader saw no commit but the first and the last");
        AssertIsWhole(corpus, Articles + 1);
    }

    [Fact]
    public async Task A_node_that_is_killed_while_it_indexes_is_replaced_by_the_others()
    {
        var database = TestServer.NewDatabase();
        using var first = new TestCorpus(database);
        first.WriteLines("wire.jsonl", Enumerable.Range(0, 1500).Select(Some.Line));
        using var second = first.Copy();
        using var third = first.Copy();
        TestCorpus[] copies = [first, second, third];

        var nodes = copies.Select((copy, i) => Node.Start($"node{i}", database, TestCorpus.Name, copy.Path)).ToArray();
        var killed = KillTheOneThatIndexes(database, nodes);
        var exits = nodes.Where((_, i) => i != killed).Select(node => node.WaitForEnd()).ToArray();
        foreach (var node in nodes)
            node.Dispose();

        Assert.Equal([0, 0], exits);
        AssertIsWhole(first, 1500);
        Assert.Equal(1500, (await first.UpdateAsync()).Unchanged);
    }

    [Fact]
    public async Task Corpora_of_several_names_do_not_meet()
    {
        var database = TestServer.NewDatabase();
        using var corpus = new TestCorpus(database);
        using var other = new TestCorpus(database);
        corpus.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        other.Write("b.txt", "The flood\n\nThe bridge at Tarnholm was opened.\n");
        var otherIndexer = new PostgresIndexer(new PostgresOptions { ConnectionString = database }, "other news");
        await corpus.UpdateAsync();
        await otherIndexer.UpdateAsync(other.Corpus, cancellation: TestContext.Current.CancellationToken);

        using var index = corpus.Open();
        using var otherIndex = otherIndexer.Open();
        Assert.Equal(["a.txt"], Some.Found(index, "Tarnholm"));
        Assert.Equal(["b.txt"], Some.Found(otherIndex, "Tarnholm"));
        Assert.Equal([1], index.Search(Some.Query("bridge")).PassageFrequency);
    }

    /// <summary>Kills the process whose turn it is once it has committed something, and before it has committed all.</summary>
    private static int KillTheOneThatIndexes(string database, Node[] nodes)
    {
        const string TheOne = """
            SELECT coalesce((
              SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
              WHERE locktype = 'advisory' AND granted AND objid <> 0 AND pg_stat_activity.datname = current_database()
                AND to_regclass('briefingbot.corpus') IS NOT NULL
              LIMIT 1), '')
            """;
        while (true)
        {
            Assert.All(nodes, node => Assert.False(node.HasEnded, "a node ended before one could be killed"));
            if (TestServer.Scalar<string>(database, TheOne) is not { Length: > 0 } name)
                continue;
            if (TestServer.Scalar<long>(database, "SELECT coalesce(max(generation), 0) FROM briefingbot.corpus") < 5)
                continue;

            var one = int.Parse(name.AsSpan("node".Length));
            nodes[one].Kill();
            Assert.InRange(TestServer.Scalar<int>(database, "SELECT articles FROM briefingbot.corpus"), 1, 1499);
            return one;
        }
    }

    private static void AssertIsWhole(TestCorpus corpus, int articles)
    {
        using var index = corpus.Open();
        Assert.Equal(articles, index.Extent.Articles);
        Assert.Equal(articles, index.List(ListQuery.All).Articles.Select(article => article.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(index.Verify(corpus.Corpus));
    }
}
