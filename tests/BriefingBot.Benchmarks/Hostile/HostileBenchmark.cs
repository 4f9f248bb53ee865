using System.Globalization;

namespace BriefingBot.Benchmarks.Hostile;

/// <summary>Counts what a hostile model gets past the verification, and what a good one loses to it.</summary>
internal static class HostileBenchmark
{
    private const int Shown = 30;

    public static int Run(string[] options)
    {
        if (options is not [] and not [_] || (options is [var text] && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            Console.Error.WriteLine("usage: hostile [DRAFTS]");
            return 2;
        }

        var drafts = options is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000;
        using var run = HostileRun.Over(Top());
        var cpu = Environment.CpuUsage.TotalTime;
        var outcome = run.Run(drafts, 1_000, seed: 1);
        var each = (Environment.CpuUsage.TotalTime - cpu) / (drafts + 1_000);
        Console.WriteLine($"{outcome.Drafts:N0} hostile drafts: {outcome.Faults.Count} faults reach a reader; sentences kept {outcome.Shown.Kept:N0}, put right {outcome.Shown.Repaired:N0}, dropped {outcome.Shown.Dropped:N0}");
        Console.WriteLine($"{outcome.Good:N0} good drafts: {outcome.DroppedGood.Count} sentences dropped, {outcome.GoodRepaired.Count} put right");
        Console.WriteLine($"{each.TotalMilliseconds:F2} ms of processor a draft, made and judged");
        foreach (var group in outcome.Faults.GroupBy(fault => fault[..fault.IndexOf(':', StringComparison.Ordinal)]))
        {
            Console.WriteLine($"  {group.Key}: {group.Count()}");
        }

        foreach (var line in outcome.Faults.Distinct(StringComparer.Ordinal).Take(Shown).Concat(outcome.DroppedGood.Distinct(StringComparer.Ordinal).Take(Shown)).Concat(outcome.GoodRepaired.Distinct(StringComparer.Ordinal).Take(Shown)))
        {
            Console.WriteLine($"    {line}");
        }

        return outcome.Faults.Count + outcome.DroppedGood.Count == 0 ? 0 : 1;
    }

    private static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run below the repository.");
    }
}
