using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Tests;

public sealed class FailureTests
{
    private const string Secret = "not-the-password-42";

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("postgresql://me:not-the-password-42@db.example/news")]
    [InlineData("Host=127.0.0.1;Pasword=not-the-password-42")]
    [InlineData("Host=127.0.0.1;Port=not-the-password-42")]
    [InlineData("Username=me;Password=not-the-password-42")]
    public async Task What_is_no_connection_string_is_not_repeated(string connectionString)
    {
        using var corpus = new TestCorpus(connectionString);
        corpus.WriteLines("wire.jsonl", Some.Line(1));

        var failure = await Assert.ThrowsAsync<IndexException>(() => corpus.UpdateAsync());

        Assert.Contains("BRIEFINGBOT_Postgres__ConnectionString", OneLine(failure), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_it()
    {
        using var corpus = new TestCorpus(new NpgsqlConnectionStringBuilder(TestServer.NewDatabase()) { Password = Secret }.ConnectionString);
        corpus.WriteLines("wire.jsonl", Some.Line(1));

        Assert.Contains("refuses the user", OneLine(await Assert.ThrowsAsync<IndexException>(() => corpus.UpdateAsync())), StringComparison.Ordinal);
        Assert.Contains("refuses the user", OneLine(Assert.Throws<IndexException>(corpus.Open)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named()
    {
        using var corpus = new TestCorpus(new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Database = "nowhere" }.ConnectionString);
        corpus.WriteLines("wire.jsonl", Some.Line(1));

        Assert.Contains("no such database for news on", OneLine(await Assert.ThrowsAsync<IndexException>(() => corpus.UpdateAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_stops_when_it_is_told_to_and_keeps_what_it_committed()
    {
        using var corpus = new TestCorpus(TestServer.NewDatabase());
        corpus.WriteLines("wire.jsonl", Enumerable.Range(0, 300).Select(Some.Line));
        using var source = new CancellationTokenSource();
        var stopping = new Reports(progress =>
        {
            if (progress.Articles == 250)
                source.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => corpus.Indexer.UpdateAsync(corpus.Corpus, Some.SmallBatches, stopping, source.Token));

        using (var index = corpus.Open())
            Assert.InRange(index.Extent.Articles, 1, 299);
        Assert.Equal(300, (await corpus.UpdateAsync()) is var rest ? rest.New + rest.Unchanged : 0);
    }

    private static string OneLine(IndexException failure)
    {
        Assert.DoesNotContain('\n', failure.Message);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        return failure.Message;
    }
}
