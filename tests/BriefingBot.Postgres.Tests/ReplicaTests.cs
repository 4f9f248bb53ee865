namespace BriefingBot.Postgres.Tests;

public sealed class ReplicaTests
{
    [Fact]
    public async Task Searches_go_to_the_read_replica_and_updates_to_the_primary()
    {
        var primary = TestServer.Start();
        var database = TestServer.NewDatabase(primary.ToString());
        var replica = primary.StartReplica();
        using var corpus = new TestCorpus(database);
        corpus.Write("a.txt", "The flood\n\nThe bridge at Tarnholm was closed.\n");
        var node = new PostgresIndexer(new PostgresOptions { ConnectionString = database, ReadConnectionString = replica.On(database) }, TestCorpus.Name);

        await node.UpdateAsync(corpus.Corpus, cancellation: TestContext.Current.CancellationToken);
        replica.WaitFor(primary);
        using var index = node.Open();
        primary.Stop();

        Assert.Equal(["a.txt"], Some.Found(index, "Tarnholm"));
        Assert.True(TestServer.Scalar<bool>(replica.On(database), "SELECT pg_is_in_recovery()"));
        replica.Stop();
    }
}
