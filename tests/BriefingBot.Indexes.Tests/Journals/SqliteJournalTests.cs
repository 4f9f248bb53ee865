using BriefingBot.Answers;
using BriefingBot.Sqlite;
using BriefingBot.Sqlite.Journals;

namespace BriefingBot.Indexes.Tests.Journals;

public sealed class SqliteJournalTests() : JournalContract(new SqliteJournalUnderTest())
{
    [Fact]
    public async Task A_stream_that_was_added_to_after_it_was_found_to_be_old_is_kept()
    {
        var day = new DateTimeOffset(2031, 5, 3, 0, 0, 0, TimeSpan.Zero);
        await using (var journal = SqliteJournal.Open(Journal, new SetTime(day)))
            await journal.AppendAsync("talk/a", "old", Stop);
        using var reader = new EntryReader(Journal);
        var old = reader.Old("talk/", [], day.AddDays(1));
        await using (var journal = SqliteJournal.Open(Journal, new SetTime(day.AddDays(1))))
            await journal.AppendAsync("talk/a", "new", Stop);

        using (var database = JournalFile.OpenWriter(Journal))
            Assert.Equal(0, new EntryWriter(database).Forget(old, day.AddDays(1)));

        Assert.Single(old);
        await using var kept = SqliteJournal.Open(Journal);
        Assert.Equal(["old", "new"], (await kept.ReadAsync("talk/a", 5, Stop)).Select(entry => entry.Text));
    }

    [Fact]
    public async Task An_entry_that_has_no_room_takes_no_others_with_it()
    {
        await using (var journal = SqliteJournal.Open(Journal))
            await journal.AppendAsync("talk/a", "first", Stop);
        await using var full = SqliteJournal.Open(Journal, null, "PRAGMA max_page_count = 60");

        var big = Enumerable.Range(0, 8).Select(_ => Assert.ThrowsAsync<JournalException>(() => full.AppendAsync("talk/big", new string('x', 1_000_000), Stop)));
        var small = Enumerable.Range(0, 64).Select(i => full.AppendAsync($"talk/{i}", "small", Stop));
        await Task.WhenAll([.. big, .. small]);

        Assert.Empty(await full.ReadAsync("talk/big", 5, Stop));
        Assert.Single(await full.ReadAsync("talk/63", 5, Stop));
    }

    [Fact]
    public async Task Another_programs_database_and_a_later_versions_journal_are_left_alone()
    {
        using (var other = Database.Open(Journal, writable: true))
            other.Execute("CREATE TABLE theirs (value)");
        Assert.Contains("another program", OneLine(Assert.Throws<JournalException>(() => SqliteJournal.Open(Journal))), StringComparison.Ordinal);
        File.Delete(Journal);
        await SqliteJournal.Open(Journal).DisposeAsync();
        using (var later = Database.Open(Journal, writable: true))
            later.Execute("PRAGMA user_version = 2");

        Assert.Contains("later version", OneLine(Assert.Throws<JournalException>(() => SqliteJournal.Open(Journal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_made_while_entries_are_added_is_a_journal_of_those_that_were_there()
    {
        var copy = Path.Combine(Data, "copy");
        await using (var journal = SqliteJournal.Open(Journal))
        {
            for (var i = 0; i < 50; i++)
                await journal.AppendAsync("talk/a", $"{i}", Stop);
            var adding = Enumerable.Range(50, 100).Select(i => journal.AppendAsync("talk/a", $"{i}", Stop)).ToArray();
            Assert.True(SqliteJournal.BackUp(Journal, copy));
            await Task.WhenAll(adding);
        }

        Assert.Contains("already", OneLine(Assert.Throws<JournalException>(() => SqliteJournal.BackUp(Journal, copy))), StringComparison.Ordinal);
        Assert.False(SqliteJournal.BackUp(Path.Combine(Data, "none.db"), copy));
        await using var backup = SqliteJournal.Open(SqliteJournal.PathOf(copy));
        var kept = await backup.ReadAsync("talk/a", 1000, Stop);
        Assert.InRange(kept.Count, 50, 150);
        Assert.Equal(Enumerable.Range(0, kept.Count).Select(i => $"{i}"), kept.Select(entry => entry.Text));
    }

    [Fact]
    public async Task Nobody_else_of_the_machine_may_read_the_file()
    {
        await using var journal = SqliteJournal.Open(Journal);
        await journal.AppendAsync("talk/a", "private", Stop);

        // Windows keeps that by the folder.
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in Directory.GetFiles(Data, "journal.db*"))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    private string Journal => SqliteJournal.PathOf(Data);
}
