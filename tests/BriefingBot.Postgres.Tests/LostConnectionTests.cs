using BriefingBot.Retrieval;

namespace BriefingBot.Postgres.Tests;

/// <summary>With a server of their own, which they stop.</summary>
public sealed class LostConnectionTests
{
    private const int Articles = 120;

    [Fact]
    public async Task An_update_goes_on_when_the_server_was_restarted_meanwhile()
    {
        var server = TestServer.Start();
        using var corpus = new TestCorpus(TestServer.NewDatabase(server.ToString()));
        corpus.WriteLines("wire.jsonl", Enumerable.Range(0, Articles).Select(Some.Line));
        var reports = 0;

        var outcome = await corpus.UpdateAsync(progress: new Reports(_ =>
        {
            if (++reports != Articles / 2)
                return;
            server.Stop();
            server.StartAgain();
        }));

        Assert.Equal(Articles, outcome.New + outcome.Unchanged);
        using var index = corpus.Open();
        Assert.Equal(Articles, index.Extent.Articles);
        Assert.Empty(index.Verify(corpus.Corpus));
        server.Stop();
    }

    [Fact]
    public async Task A_reader_goes_on_after_a_restart_and_says_one_line_where_there_is_no_server()
    {
        var server = TestServer.Start();
        using var corpus = new TestCorpus(TestServer.NewDatabase(server.ToString()));
        corpus.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        await corpus.UpdateAsync();
        using var index = corpus.Open();
        Assert.Equal(["a.txt"], Some.Found(index, "Tarnholm"));

        server.Stop();
        server.StartAgain();
        Assert.Equal(["a.txt"], Some.Found(index, "Tarnholm"));

        server.Stop();
        var lost = Assert.Throws<IndexException>(() => Some.Found(index, "Tarnholm"));
        Assert.Contains("cannot be reached for news on 127.0.0.1", lost.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', lost.Message);
    }
}
