using System.Diagnostics;

namespace BriefingBot.Benchmarks.Scale;

/// <summary>Milliseconds that half, nine in ten, and 99 in 100 stay under; and the processor time of one on average, which a busy machine does not blur.</summary>
internal sealed record Latency(double P50, double P90, double P99, double Cpu)
{
    /// <summary>Times something again and again. What it returns is done after each time, off the clock.</summary>
    public static Latency Measure(int times, int warmUp, Func<int, Action> measured)
    {
        List<double> elapsed = [];
        var cpu = TimeSpan.Zero;
        for (var i = 0; i < times; i++)
        {
            var cpuBefore = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            var after = measured(i);
            if (i >= warmUp)
            {
                elapsed.Add(clock.Elapsed.TotalMilliseconds);
                cpu += Environment.CpuUsage.TotalTime - cpuBefore;
            }

            after();
        }

        elapsed.Sort();
        return new Latency(At(.50), At(.90), At(.99), cpu.TotalMilliseconds / elapsed.Count);

        double At(double share) => elapsed[(int)(share * (elapsed.Count - 1))];
    }
}
