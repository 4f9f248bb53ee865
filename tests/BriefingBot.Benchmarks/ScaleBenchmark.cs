namespace BriefingBot.Benchmarks;

/// <summary>Indexes a made corpus and asks questions of it.</summary>
internal static class ScaleBenchmark
{
    public static int Run(string[] options)
    {
        Console.Error.WriteLine($"scale {string.Join(' ', options)}: not written yet");
        return 2;
    }
}
