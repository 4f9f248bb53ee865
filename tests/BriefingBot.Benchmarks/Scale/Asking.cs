using System.Diagnostics;
using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;

namespace BriefingBot.Benchmarks.Scale;

/// <param name="OpenMilliseconds">To open the index.</param>
/// <param name="Search">The index alone.</param>
/// <param name="ResidentMegabytes">Of the process, after the last question.</param>
/// <param name="PeakMegabytes">Of the process.</param>
/// <param name="FoundShare">Questions whose own article is among the candidates.</param>
internal sealed record Asking(double OpenMilliseconds, Latency Search, double ResidentMegabytes, double PeakMegabytes, double FoundShare)
{
    private const int Questions = 500;
    private const int WarmUp = 100;
    private const int Candidates = 300;

    /// <summary>In a process of its own, so that the memory is its own.</summary>
    public static Asking Run(string index, int articles)
    {
        var opening = Stopwatch.StartNew();
        using var opened = SqliteIndex.Open(index);
        var openMilliseconds = opening.Elapsed.TotalMilliseconds;
        var found = 0;
        List<double> times = [];
        for (var i = -WarmUp; i < Questions; i++)
        {
            var asked = new MadeArticle((int)((i + WarmUp) * 7919L % articles));
            var query = new CandidateQuery(Terms(asked.Question()), Candidates);
            var clock = Stopwatch.StartNew();
            var hits = opened.Search(query).Hits;
            if (i < 0)
                continue;
            times.Add(clock.Elapsed.TotalMilliseconds);
            found += hits.Any(hit => opened.Read(hit.Article).Id == asked.Id) ? 1 : 0;
        }

        using var process = Process.GetCurrentProcess();
        return new Asking(openMilliseconds, Latency.Of(times), process.WorkingSet64 / 1e6, process.PeakWorkingSet64 / 1e6, (double)found / Questions);
    }

    private static List<QueryTerm> Terms(string question)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(question, new TextSpan(0, question.Length), tokens);
        return [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term).Distinct().Select(term => new QueryTerm(term, 1))];
    }
}

/// <summary>Milliseconds that half, nine in ten, and 99 in 100 stay under.</summary>
internal sealed record Latency(double P50, double P90, double P99)
{
    public static Latency Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new Latency(At(.50), At(.90), At(.99));

        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }
}
