using System.Globalization;

namespace BriefingBot.Evaluation;

/// <summary>How long answers took, as a histogram over powers of two.</summary>
internal static class TimeSection
{
    private const int BarWidth = 56;
    private const int Height = 120;

    public static Markup Of(EvalReport report)
    {
        var times = report.Cases.SelectMany(result => result.Turns).SelectMany(turn => turn.Runs).Where(run => run.ElapsedMs > 0).Select(run => run.ElapsedMs!.Value).ToList();
        if (times.Count == 0)
        {
            return Markup.None;
        }

        var (first, last) = (Bin(times.Min()), Bin(times.Max()));
        var counts = Enumerable.Range(first, last - first + 1).Select(bin => (Bin: bin, Count: times.Count(time => Bin(time) == bin))).ToList();
        var most = counts.Max(bar => bar.Count);
        var words = string.Join(", ", counts.Where(bar => bar.Count > 0).Select(bar => $"{bar.Count} of {Label(bar.Bin)} to {Label(bar.Bin + 1)}"));
        return Markup.Of($"""
            <section aria-labelledby="times">
            <h2 id="times">Times</h2>
            <div class="scroll" role="region" aria-label="Chart of times" tabindex="0">
            <svg class="histogram" viewBox="0 0 {counts.Count * BarWidth} {Height + 40}" width="{counts.Count * BarWidth}" height="{Height + 40}" role="img" aria-label="Answers by time: {words}">{counts.Select((bar, i) => Bar(bar.Bin, bar.Count, most, i * BarWidth))}</svg>
            </div>
            </section>
            """);
    }

    private static Markup Bar(int bin, int count, int most, int x)
    {
        var height = Math.Round((double)Height * count / most, 1);
        return Markup.Of($"<rect class=\"value\" x=\"{x + 4}\" y=\"{Height + 18 - height}\" width=\"{BarWidth - 8}\" height=\"{height}\" rx=\"2\"/><text x=\"{x + (BarWidth / 2)}\" y=\"{Height + 12 - height}\">{count}</text><text x=\"{x + (BarWidth / 2)}\" y=\"{Height + 34}\">{Label(bin)}</text>");
    }

    private static int Bin(double milliseconds) => (int)Math.Floor(Math.Log2(milliseconds));

    private static string Label(int bin) => Math.Pow(2, bin) switch
    {
        < 1 and var part => part.ToString("0.##", CultureInfo.InvariantCulture) + " ms",
        < 1000 and var milliseconds => milliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
        var more => (more / 1000).ToString("0.#", CultureInfo.InvariantCulture) + " s",
    };
}
