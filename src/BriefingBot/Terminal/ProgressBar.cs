using System.Diagnostics;
using BriefingBot.Retrieval;

namespace BriefingBot.Terminal;

/// <summary>A bar on standard error for work that takes longer than a second; nothing where that is no terminal.</summary>
internal sealed class ProgressBar(string label) : IProgress<UpdateProgress>, IAsyncDisposable
{
    private const int WidthInChars = 30;
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly Lock _drawing = new();
    private long _drawn;

    public void Report(UpdateProgress value) =>
        Draw(value.TotalBytes > 0 ? (double)value.Bytes / value.TotalBytes : 0, $"{value.Articles:N0} articles");

    /// <param name="done">0 to 1.</param>
    /// <param name="detail">What stands after the bar.</param>
    public void Draw(double done, string detail)
    {
        if (!_isTerminal || Stopwatch.GetElapsedTime(_start) < Before)
        {
            return;
        }

        lock (_drawing)
        {
            if (_drawn != 0 && Stopwatch.GetElapsedTime(_drawn) < Between)
            {
                return;
            }

            _drawn = Stopwatch.GetTimestamp();
            var share = Math.Clamp(done, 0, 1);
            var full = (int)(share * WidthInChars);
            Console.Error.Write($"\r{label} {new string('█', full)}{new string('░', WidthInChars - full)} {share:P0}, {detail} ");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_drawn != 0)
        {
            await Console.Error.WriteAsync($"\r{new string(' ', label.Length + WidthInChars + 40)}\r");
        }
    }
}
