namespace BriefingBot.Sqlite.Tests;

public sealed class CrashTests
{
    private const int Kills = 50;
    private const int FirstArticles = 120;
    private const int MostReports = 250;

    [Fact]
    public async Task An_update_killed_at_any_moment_is_finished_by_the_next_one_as_if_nothing_had_happened()
    {
        using var undisturbed = new TestFolder();
        WriteFirst(undisturbed);
        await undisturbed.UpdateAsync();
        var first = State(undisturbed);
        WriteSecond(undisturbed);
        await undisturbed.UpdateAsync();
        var second = State(undisturbed);

        var random = new Random(17);
        var killed = 0;
        for (var i = 0; i < Kills / 2; i++)
        {
            using var folder = new TestFolder();
            WriteFirst(folder);
            killed += await FinishAfterKillAsync(folder, random, first) ? 1 : 0;
            WriteSecond(folder);
            killed += await FinishAfterKillAsync(folder, random, second) ? 1 : 0;
        }

        Assert.True(killed > Kills * 3 / 4, $"only {killed} of {Kills} processes died while they indexed");
    }

    private static async Task<bool> FinishAfterKillAsync(TestFolder folder, Random random, string expected)
    {
        var killed = DoomedIndexer.Kill(folder.CorpusPath, folder.IndexPath, random.Next(1, MostReports));
        await folder.UpdateAsync();
        using var index = folder.Open();
        Assert.Empty(index.Verify(folder.Corpus));
        Assert.Equal(expected, Some.State(index));
        return killed;
    }

    private static string State(TestFolder folder)
    {
        using var index = folder.Open();
        return Some.State(index);
    }

    private static void WriteFirst(TestFolder folder)
    {
        for (var i = 0; i < FirstArticles; i++)
            folder.Write($"texts/{i:D3}.txt", $"Report of number{i}\n\n{Some.Text(i)}\n");
        folder.WriteLines("wire.jsonl", Enumerable.Range(1000, FirstArticles).Select(Some.Line));
    }

    /// <summary>Some articles are changed, some deleted, some moved, some new.</summary>
    private static void WriteSecond(TestFolder folder)
    {
        for (var i = 0; i < FirstArticles; i += 5)
            folder.Write($"texts/{i:D3}.txt", $"Report of number{i}, corrected\n\n{Some.Text(i + 5000)}\n");
        for (var i = 1; i < FirstArticles; i += 10)
            File.Delete(folder.PathOf($"texts/{i:D3}.txt"));
        for (var i = 2; i < FirstArticles; i += 10)
            File.Move(folder.PathOf($"texts/{i:D3}.txt"), folder.PathOf($"texts/moved-{i:D3}.txt"));
        folder.WriteLines("wire.jsonl", Enumerable.Range(1030, FirstArticles).Select(Some.Line));
    }
}
