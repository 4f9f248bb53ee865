using BriefingBot.Answers;

namespace BriefingBot.Indexes.Tests.Journals;

public abstract partial class JournalContract
{
    private const int Kills = 6;

    [Fact]
    public async Task No_entry_that_was_acknowledged_is_lost_when_the_process_is_killed()
    {
        await kind.Open(Data).DisposeAsync();
        var random = new Random(17);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Kills; i++)
            acknowledged.UnionWith(await JournalProcess.LinesAsync(JournalProcess.AppendAndDie(kind, Data, $"doomed/{i}", random.Next(1, 1500))));

        await using var journal = kind.Open(Data);
        List<string> kept = [];
        await foreach (var entry in journal.ReadAllAsync("doomed/", Stop))
            kept.Add($"{entry.Stream} {entry.Text}");

        Assert.True(acknowledged.Count > Kills);
        Assert.Empty(acknowledged.Except(kept, StringComparer.Ordinal));
        Assert.Equal(kept.Count, kept.Distinct(StringComparer.Ordinal).Count());
        foreach (var stream in kept.Select(line => line.Split(' ')).GroupBy(line => line[0]))
            Assert.Equal(Enumerable.Range(0, stream.Count()), stream.Select(line => int.Parse(line[1])));
    }

    [Fact]
    public async Task Processes_that_add_at_once_lose_nothing_and_refuse_nothing()
    {
        const int Entries = 300;
        await using var journal = kind.Open(Data);
        var processes = Enumerable.Range(0, 3).Select(i => JournalProcess.Append(kind, Data, $"talk/{i}", Entries)).ToList();
        for (var i = 0; i < Entries; i++)
            await journal.AppendAsync("talk/own", $"{i}", Stop);
        foreach (var process in processes)
            Assert.Equal(Entries, (await JournalProcess.LinesAsync(process)).Length);

        Assert.Equal(4 * Entries, (await AllAsync(journal, "talk/")).Count);
        foreach (var stream in (string[])["talk/0", "talk/1", "talk/2", "talk/own"])
            Assert.Equal(Enumerable.Range(0, Entries).Select(i => $"{i}"), await TextsAsync(journal, stream, 2 * Entries));
    }

    [Fact]
    public async Task Many_may_make_a_journal_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            await using var journal = kind.Open(Data);
            await journal.AppendAsync($"talk/{i}", "kept", Stop);
        })));

        await using var again = kind.Open(Data);
        Assert.Equal(Enumerable.Repeat("kept", 8), await AllAsync(again, "talk/"));
    }

    [Fact]
    public async Task Damage_is_said_in_one_line_and_nothing_is_made_up_for_it()
    {
        foreach (var (name, damage) in kind.Damages)
        {
            var data = Directory.CreateDirectory(Path.Combine(Data, $"{name.GetHashCode(StringComparison.Ordinal)}")).FullName;
            await FillAsync(data, 200);
            damage(data);

            var failure = await FoundOutAsync(data);
            Assert.True(failure is not null, $"{name}: nobody noticed");
            Assert.True(OneLine(failure).Contains("damaged", StringComparison.Ordinal), $"{name}: {failure.Message}");
            Assert.Contains("backup", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_nothing_can_be_written_that_is_said_in_one_line_and_what_is_kept_can_be_read()
    {
        await FillAsync(Data, 20);
        await using var journal = kind.OpenReadOnly(Data);

        foreach (var write in Writes(journal))
            OneLine(await Assert.ThrowsAsync<JournalException>(write));
        Assert.Equal(20, (await AllAsync(journal, "kept/")).Count);
    }

    [Fact]
    public async Task A_full_disk_is_said_in_one_line_and_loses_nothing_that_was_kept()
    {
        await FillAsync(Data, 20);
        await using (var journal = kind.OpenOnFullDisk(Data))
        {
            var failures = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
                Assert.ThrowsAsync<JournalException>(() => journal.AppendAsync($"kept/{i}", new string('x', 1_000_000), Stop))));
            Assert.All(failures, failure => Assert.Contains("No space left", OneLine(failure), StringComparison.Ordinal));
            Assert.Equal(20, (await AllAsync(journal, "kept/")).Count);
        }
    }

    private async Task<JournalException?> FoundOutAsync(string data)
    {
        try
        {
            await using var journal = kind.Open(data);
            await AllAsync(journal, "kept/");
            for (var i = 0; i < 5; i++)
                await TextsAsync(journal, $"kept/{i}", 1000);
            return null;
        }
        catch (JournalException failure)
        {
            return failure;
        }
    }

    private static IEnumerable<Func<Task>> Writes(IJournal journal) =>
        [() => journal.AppendAsync("kept/0", "more", Stop), () => journal.TryBeginAsync("kept/new", "first", Stop), () => journal.ForgetAsync("kept/", DateTimeOffset.MaxValue, Stop)];

    private async Task FillAsync(string data, int entries)
    {
        kind.Isolate(data);
        await using var journal = kind.Open(data);
        for (var i = 0; i < entries; i++)
            await journal.AppendAsync($"kept/{i % 5}", $"entry {i} {new string('x', 300)}", Stop);
    }
}
