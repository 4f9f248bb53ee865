using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Tests;

public sealed class MigrationTests
{
    [Fact]
    public async Task Nodes_that_start_at_once_migrate_once()
    {
        var database = TestServer.NewDatabase();
        using var start = new Barrier(4);

        var nodes = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() => Migrate(database, start), TaskCreationOptions.LongRunning)).ToArray();
        var applied = await Task.WhenAll(nodes);

        Assert.Equal([0, 0, 0, Migrations.Latest], applied.Order());
        Assert.Equal(Migrations.Latest, TestServer.Scalar<long>(database, "SELECT count(*) FROM briefingbot.migration"));
    }

    [Fact]
    public async Task Tables_of_a_later_version_are_left_alone_and_that_is_said()
    {
        var database = TestServer.NewDatabase();
        Migrate(database, null);
        TestServer.Execute(database, "INSERT INTO briefingbot.migration (version, script) VALUES (999, 'later')");
        using var corpus = new TestCorpus(database);
        corpus.WriteLines("wire.jsonl", Some.Line(1));

        var refusal = await Assert.ThrowsAsync<IndexException>(() => corpus.UpdateAsync());

        Assert.Contains("version 999", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, TestServer.Scalar<long>(database, "SELECT count(*) FROM briefingbot.corpus"));
    }

    [Fact]
    public async Task A_node_needs_no_right_to_create_once_the_tables_are_there()
    {
        var database = TestServer.NewDatabase();
        using var corpus = new TestCorpus(database);
        corpus.WriteLines("wire.jsonl", Some.Line(1));
        await corpus.UpdateAsync();
        var reader = $"reader_{Guid.NewGuid():N}";
        TestServer.Execute(database, $"CREATE ROLE {reader} LOGIN PASSWORD 'reads'; GRANT USAGE ON SCHEMA briefingbot TO {reader}; GRANT SELECT ON ALL TABLES IN SCHEMA briefingbot TO {reader}");
        var asReader = new NpgsqlConnectionStringBuilder(database) { Username = reader, Password = "reads" }.ConnectionString;
        var node = new PostgresIndexer(new PostgresOptions { ConnectionString = asReader }, TestCorpus.Name);

        using (var index = node.Open())
            Assert.Equal(["a1"], Some.Found(index, "number1"));
        corpus.WriteLines("wire.jsonl", Some.Line(2));
        var refused = await node.UpdateAsync(corpus.Corpus, new UpdateOptions { IsOptional = true }, cancellation: TestContext.Current.CancellationToken);

        Assert.Contains("does not allow", refused.Notice, StringComparison.Ordinal);
    }

    private static int Migrate(string database, Barrier? start)
    {
        using var connection = new NpgsqlConnection(database + ";Pooling=false");
        connection.Open();
        start?.SignalAndWait();
        return Migrations.Apply(connection, "news");
    }
}
