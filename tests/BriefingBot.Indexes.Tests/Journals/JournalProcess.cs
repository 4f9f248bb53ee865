using System.Diagnostics;
using BriefingBot.Answers;

namespace BriefingBot.Indexes.Tests.Journals;

/// <summary>Another process that uses a journal, and writes a line for each thing that it was told is done.</summary>
internal static class JournalProcess
{
    public const string Command = "journal";
    private const int Writers = 16;

    /// <param name="arguments">Kind, folder, what to do, its own name, how often.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (kind, data, task, name, count) = (arguments[0], arguments[1], arguments[2], arguments[3], int.Parse(arguments[4]));
        await using var journal = JournalUnderTest.Of(kind).Open(data);
        await (task switch
        {
            "append" => AppendAsync(journal, name, count),
            "begin" => BeginAsync(journal, name, count),
            _ => AppendAndDieAsync(journal, name, count),
        });
        return 0;
    }

    /// <summary>Appends to a stream of its own.</summary>
    public static Process Append(JournalUnderTest kind, string data, string name, int count) => Start(kind, data, "append", name, count);

    /// <summary>Tries to begin streams.</summary>
    public static Process Begin(JournalUnderTest kind, string data, string name, int count) => Start(kind, data, "begin", name, count);

    /// <summary>Appends to several streams at once and kills itself, without warning, after a number of entries.</summary>
    public static Process AppendAndDie(JournalUnderTest kind, string data, string name, int count) => Start(kind, data, "die", name, count);

    /// <summary>What it wrote, when it has ended.</summary>
    public static async Task<string[]> LinesAsync(Process process)
    {
        using (process)
            return (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Process Start(JournalUnderTest kind, string data, params object[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "BriefingBot.Indexes.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return Process.Start(new ProcessStartInfo(program, [Command, kind.Kind, data, .. arguments.Select(argument => $"{argument}")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
    }

    private static async Task AppendAsync(IJournal journal, string name, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await journal.AppendAsync(name, $"{i}");
            Console.WriteLine($"{name} {i}");
        }
    }

    private static async Task BeginAsync(IJournal journal, string name, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (await journal.TryBeginAsync($"begun/{i}", name))
                Console.WriteLine($"begun/{i}");
        }
    }

    private static Task AppendAndDieAsync(IJournal journal, string name, int count)
    {
        var left = count;
        return Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var i = 0; ; i++)
            {
                await journal.AppendAsync($"{name}/{writer}", $"{i}");
                Console.WriteLine($"{name}/{writer} {i}");
                if (Interlocked.Decrement(ref left) == 0)
                    Process.GetCurrentProcess().Kill();
            }
        }));
    }
}
