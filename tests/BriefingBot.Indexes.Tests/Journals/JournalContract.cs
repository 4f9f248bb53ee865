using BriefingBot.Answers;

namespace BriefingBot.Indexes.Tests.Journals;

/// <summary>What every journal must do. One small class for each kind runs it.</summary>
public abstract partial class JournalContract(JournalUnderTest kind) : IDisposable
{
    protected string Data { get; } = Directory.CreateTempSubdirectory("briefingbot-test-").FullName;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(Data, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Entries_of_a_stream_come_in_the_order_they_were_added()
    {
        await using var journal = kind.Open(Data);
        for (var i = 0; i < 10; i++)
        {
            await journal.AppendAsync("talk/a", $"{i}", Stop);
            await journal.AppendAsync("talk/b", "other", Stop);
        }

        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], await TextsAsync(journal, "talk/a", int.MaxValue));
        Assert.Equal(["8", "9"], await TextsAsync(journal, "talk/a", 2));
        Assert.Empty(await journal.ReadAsync("talk/c", 1, Stop));
        Assert.Empty(await journal.ReadAsync("talk/", 1, Stop));
    }

    [Fact]
    public async Task An_entry_tells_its_stream_and_when_it_was_added()
    {
        var time = new SetTime(new DateTimeOffset(2031, 5, 3, 17, 4, 5, TimeSpan.FromHours(2)));
        await using var journal = kind.Open(Data, time);
        await journal.AppendAsync("talk/a", "first", Stop);

        var entry = Assert.Single(await journal.ReadAsync("talk/a", 5, Stop));
        Assert.Equal(new JournalEntry("talk/a", time.Now, "first"), entry);
        Assert.Equal(TimeSpan.Zero, entry.At.Offset);
    }

    [Fact]
    public async Task What_was_added_is_there_for_who_opens_the_journal_next()
    {
        await using (var journal = kind.Open(Data))
            await journal.AppendAsync("talk/a", "kept", Stop);
        await using (var journal = kind.Open(Data))
            await journal.AppendAsync("talk/a", "as well", Stop);

        await using var again = kind.Open(Data);
        Assert.Equal(["kept", "as well"], await TextsAsync(again, "talk/a", 10));
    }

    [Fact]
    public async Task All_entries_of_the_streams_that_begin_so_come_in_the_order_they_were_added()
    {
        await using var journal = kind.Open(Data);
        string[] streams = ["talk/b", "vote/a", "talk/a", "talk/b/1", "key", "vote/b", "talk/b", "talk", "talker/a"];
        foreach (var (i, stream) in streams.Index())
            await journal.AppendAsync(stream, $"{i}", Stop);

        Assert.Equal(["0", "2", "3", "6"], await AllAsync(journal, "talk/"));
        Assert.Equal(["0", "3", "6"], await AllAsync(journal, "talk/b"));
        Assert.Equal(["0", "2", "3", "6", "7", "8"], await AllAsync(journal, "talk"));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8"], await AllAsync(journal, ""));
        Assert.Empty(await AllAsync(journal, "nothing/"));
    }

    [Fact]
    public async Task Every_character_of_a_name_is_only_itself()
    {
        (string Name, string Other)[] pairs =
        [
            ("100%", "1000"), ("a_b", "axb"), ("a*", "ab"), ("a?", "ab"), ("[ab]", "a"), (@"\", "a"), ("talk/A", "talk/a"), ("é", "e"), ("'; --", "a"),
            ("a\0", "a\0b"), ("\uD800", "\uD801"), ("\U0010FFFF", "\U0010FFFE"), ("\uDBFF", "\U0010FFFF"),
        ];
        await using var journal = kind.Open(Data);
        foreach (var (name, other) in pairs)
        {
            await journal.AppendAsync(name, "this", Stop);
            await journal.AppendAsync(other, "other", Stop);
            var isWithin = name.Equals("a\0", StringComparison.Ordinal);

            Assert.Equal([name], (await journal.ReadAsync(name, 5, Stop)).Select(entry => entry.Stream));
            Assert.Equal(isWithin ? ["this", "other"] : ["this"], await AllAsync(journal, name));
            Assert.True(await journal.TryBeginAsync(name + "!", "new", Stop));
            Assert.Equal(isWithin ? 3 : 2, await journal.ForgetAsync(name, DateTimeOffset.MaxValue, Stop));
            await journal.ForgetAsync("", DateTimeOffset.MaxValue, Stop);
        }
    }

    [Fact]
    public async Task Names_have_from_1_to_512_characters()
    {
        await using var journal = kind.Open(Data);
        string[] longest = [new('a', 512), new('한', 512), "talk/" + new string('\uDFFF', 507)];
        foreach (var name in longest)
        {
            await journal.AppendAsync(name, "kept", Stop);
            Assert.Equal(["kept"], await TextsAsync(journal, name, 5));
        }

        foreach (var name in (string[])["", new('a', 513)])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => journal.AppendAsync(name, "lost", Stop));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => journal.TryBeginAsync(name, "lost", Stop));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => journal.ReadAsync(name, 1, Stop));
        }

        await Assert.ThrowsAnyAsync<ArgumentException>(() => journal.ReadAsync("talk/a", 0, Stop));
        Assert.Equal(3, (await AllAsync(journal, "")).Count);
    }

    [Fact]
    public async Task Any_text_comes_back_as_it_was()
    {
        await using var journal = kind.Open(Data);
        string[] texts = ["", "\0", "a\0b", "\uD800", "\uDC00\uD800 \uD83D\uDE00", "{\"text\":\"Ostara’s\"}\r\n\t", "한국어 🌉", new('x', 1_000_000), string.Concat(Enumerable.Repeat("né🌉", 250_000))];
        foreach (var text in texts)
            await journal.AppendAsync("talk/a", text, Stop);

        Assert.Equal(texts, await TextsAsync(journal, "talk/a", 100));
        Assert.Equal(texts, await AllAsync(journal, "talk/"));
    }

    [Fact]
    public async Task Many_who_add_at_once_each_find_their_own_in_order()
    {
        await using var journal = kind.Open(Data);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async writer =>
        {
            for (var i = 0; i < 20; i++)
                await journal.AppendAsync($"talk/{writer}", $"{writer} {i}", Stop);
        }));

        Assert.Equal(64 * 20, (await AllAsync(journal, "talk/")).Count);
        for (var writer = 0; writer < 64; writer++)
            Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{writer} {i}"), await TextsAsync(journal, $"talk/{writer}", 100));
    }

    [Fact]
    public async Task What_is_added_during_a_reading_does_not_make_it_endless()
    {
        await using var journal = kind.Open(Data);
        for (var i = 0; i < 40; i++)
            await journal.AppendAsync("talk/a", new string('x', 100_000), Stop);

        var read = 0;
        await foreach (var entry in journal.ReadAllAsync("talk/", Stop))
        {
            Assert.Equal(100_000, entry.Text.Length);
            await journal.AppendAsync("talk/a", entry.Text, Stop);
            read++;
        }

        Assert.Equal(40, read);
        Assert.Equal(80, (await AllAsync(journal, "talk/")).Count);
    }

    [Fact]
    public async Task A_reading_can_be_left_and_cancelled()
    {
        await using var journal = kind.Open(Data);
        for (var i = 0; i < 5; i++)
            await journal.AppendAsync("talk/a", $"{i}", Stop);
        await foreach (var _ in journal.ReadAllAsync("talk/", Stop))
            break;

        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in journal.ReadAllAsync("talk/", stop.Token))
                await stop.CancelAsync();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journal.AppendAsync("talk/a", "late", stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journal.ReadAsync("talk/a", 1, stop.Token));
        Assert.Equal(["0", "1", "2", "3", "4"], await TextsAsync(journal, "talk/a", 10));
    }

    [Fact]
    public async Task Closing_waits_for_what_is_being_added_and_nothing_can_be_added_after()
    {
        var journal = kind.Open(Data);
        var added = Enumerable.Range(0, 50).Select(i => journal.AppendAsync("talk/a", $"{i}", Stop)).ToArray();
        await Task.WhenAll(added);
        await journal.DisposeAsync();
        await journal.DisposeAsync();

        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => journal.AppendAsync("talk/a", "late", Stop));
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => journal.ReadAsync("talk/a", 1, Stop));
        await using var again = kind.Open(Data);
        Assert.Equal(50, (await AllAsync(again, "")).Count);
    }

    private static async Task<IEnumerable<string>> TextsAsync(IJournal journal, string stream, int most) =>
        (await journal.ReadAsync(stream, most, Stop)).Select(entry => entry.Text);

    protected static async Task<List<string>> AllAsync(IJournal journal, string prefix)
    {
        List<string> texts = [];
        await foreach (var entry in journal.ReadAllAsync(prefix, Stop))
            texts.Add(entry.Text);
        return texts;
    }

    protected static string OneLine(JournalException failure)
    {
        Assert.DoesNotContain('\n', failure.Message);
        Assert.InRange(failure.Message.Length, 20, 1000);
        return failure.Message;
    }

    /// <summary>A clock that stands.</summary>
    protected sealed class SetTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
