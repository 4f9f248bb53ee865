using BriefingBot.Answers;
using BriefingBot.Postgres;
using BriefingBot.Postgres.Tests;

namespace BriefingBot.Indexes.Tests.Journals;

public sealed class PostgresJournalTests() : JournalContract(new PostgresJournalUnderTest())
{
    [Fact]
    public async Task Nothing_is_lost_or_added_twice_when_the_server_is_restarted_meanwhile()
    {
        const int Entries = 60;
        var server = TestServer.Start();
        await using var journal = PostgresJournal.Open(new PostgresOptions { ConnectionString = TestServer.NewDatabase(server.ToString()) }, "news");
        var added = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            Assert.True(await journal.TryBeginAsync($"talk/{writer}", "0", Stop));
            for (var i = 1; i < Entries; i++)
            {
                await journal.AppendAsync($"talk/{writer}", $"{i}", Stop);
                if (Interlocked.Increment(ref added) != 4 * Entries)
                    continue;
                server.Stop();
                server.StartAgain();
            }
        })));

        for (var writer = 0; writer < 8; writer++)
            Assert.Equal(Enumerable.Range(0, Entries).Select(i => $"{i}"), (await journal.ReadAsync($"talk/{writer}", 1000, Stop)).Select(entry => entry.Text));
        server.Stop();
        var lost = OneLine(await Assert.ThrowsAsync<JournalException>(() => journal.AppendAsync("talk/a", "late", Stop)));
        Assert.Contains("cannot be reached for the journal news on 127.0.0.1", lost, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journals_of_several_corpora_on_one_server_do_not_meet()
    {
        var options = new PostgresOptions { ConnectionString = TestServer.NewDatabase() };
        await using var one = PostgresJournal.Open(options, "one");
        await using var two = PostgresJournal.Open(options, "two");
        await one.AppendAsync("key/a", "of one", Stop);

        Assert.True(await two.TryBeginAsync("key/a", "of two", Stop));
        Assert.Equal(["of one"], await AllAsync(one, ""));
        Assert.Equal(1, await two.ForgetAsync("", DateTimeOffset.MaxValue, Stop));
        Assert.Equal(["of one"], await AllAsync(one, ""));
    }

    [Fact]
    public void A_server_that_cannot_be_used_is_said_in_one_line_without_its_password()
    {
        foreach (var wrong in (string[])["", "Host=127.0.0.1;Port=1;Username=x;Password=s3cret", "Host=127.0.0.1;Password=s3cret;Nonsense=1"])
        {
            var failure = OneLine(Assert.Throws<JournalException>(() => PostgresJournal.Open(new PostgresOptions { ConnectionString = wrong }, "news")));
            Assert.DoesNotContain("s3cret", failure, StringComparison.Ordinal);
        }
    }
}
