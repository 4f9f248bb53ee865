namespace BriefingBot.Indexes.Tests.Journals;

public abstract partial class JournalContract
{
    private static readonly string[] Names = ["one", "two", "three"];

    [Fact]
    public async Task Of_several_who_begin_a_stream_at_once_one_succeeds()
    {
        await using var journal = kind.Open(Data);
        await using var another = kind.Open(Data);
        for (var i = 0; i < 20; i++)
        {
            var began = await Task.WhenAll(Enumerable.Range(0, 8).Select(who => (who % 2 == 0 ? journal : another).TryBeginAsync($"begun/{i}", $"{who}", Stop)));

            var winner = Assert.Single(began.Index(), each => each.Item).Index;
            Assert.Equal([$"{winner}"], await TextsAsync(journal, $"begun/{i}", 10));
        }
    }

    [Fact]
    public async Task Of_several_processes_that_begin_a_stream_one_succeeds()
    {
        const int Streams = 60;
        await using var journal = kind.Open(Data);
        var processes = Names.Select(name => (Name: name, Process: JournalProcess.Begin(kind, Data, name, Streams))).ToList();

        List<(string Stream, string Name)> begun = [];
        foreach (var (name, process) in processes)
            begun.AddRange((await JournalProcess.LinesAsync(process)).Select(stream => (stream, name)));

        Assert.Equal(Streams, begun.Count);
        foreach (var (stream, name) in begun)
            Assert.Equal([name], await TextsAsync(journal, stream, 10));
        Assert.Equal(Streams, (await AllAsync(journal, "begun/")).Count);
    }

    [Fact]
    public async Task A_stream_that_has_entries_cannot_be_begun_until_it_is_forgotten()
    {
        await using var journal = kind.Open(Data);
        await journal.AppendAsync("talk/a", "first", Stop);

        Assert.False(await journal.TryBeginAsync("talk/a", "again", Stop));
        Assert.True(await journal.TryBeginAsync("talk/b", "first", Stop));
        Assert.False(await journal.TryBeginAsync("talk/b", "again", Stop));
        Assert.Equal(2, await journal.ForgetAsync("talk/", DateTimeOffset.MaxValue, Stop));
        Assert.True(await journal.TryBeginAsync("talk/a", "anew", Stop));
        Assert.True(await journal.TryBeginAsync("talk/b", "anew", Stop));
        Assert.Equal(["anew", "anew"], await AllAsync(journal, "talk/"));
    }

    [Fact]
    public async Task Streams_whose_last_entry_is_older_are_forgotten_whole_and_others_kept_whole()
    {
        var day = new DateTimeOffset(2031, 5, 3, 0, 0, 0, TimeSpan.Zero);
        var time = new SetTime(day);
        await using var journal = kind.Open(Data, time);
        foreach (var stream in (string[])["talk/old", "talk/old", "talk/lively", "vote/old"])
            await journal.AppendAsync(stream, "of the first day", Stop);
        time.Now = day.AddDays(1);
        foreach (var stream in (string[])["talk/lively", "talk/new"])
            await journal.AppendAsync(stream, "of the second day", Stop);

        Assert.Equal(0, await journal.ForgetAsync("talk/", day, Stop));
        Assert.Equal(1, await journal.ForgetAsync("talk/", day.AddDays(1), Stop));
        Assert.Empty(await journal.ReadAsync("talk/old", 10, Stop));
        Assert.Equal(["of the first day", "of the second day"], await TextsAsync(journal, "talk/lively", 10));
        Assert.Equal(4, (await AllAsync(journal, "")).Count);
        Assert.Equal(2, await journal.ForgetAsync("talk/", day.AddDays(2).ToOffset(TimeSpan.FromHours(9)), Stop));
        Assert.Equal(["of the first day"], await AllAsync(journal, ""));
    }

    [Fact]
    public async Task Any_number_of_streams_is_forgotten_while_others_are_added()
    {
        var time = new SetTime(new DateTimeOffset(2031, 5, 3, 0, 0, 0, TimeSpan.Zero));
        await using var journal = kind.Open(Data, time);
        await Task.WhenAll(Enumerable.Range(0, 450).Select(i => journal.AppendAsync($"talk/{i}", "old", Stop)));
        time.Now = time.Now.AddDays(1);

        var forgetting = journal.ForgetAsync("talk/", time.Now, Stop);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => journal.AppendAsync($"talk/new{i}", "new", Stop)));

        Assert.Equal(450, await forgetting);
        Assert.Equal(Enumerable.Repeat("new", 50), await AllAsync(journal, "talk/"));
    }
}
