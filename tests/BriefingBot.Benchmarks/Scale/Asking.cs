using System.Diagnostics;
using BriefingBot.Answers;
using BriefingBot.Retrieval;

namespace BriefingBot.Benchmarks.Scale;

/// <param name="OpenMilliseconds">To open the index.</param>
/// <param name="Search">The index alone.</param>
/// <param name="Filtered">The same, of the articles of two of five outlets.</param>
/// <param name="Listed">Twenty articles from the middle of the list, so filtered.</param>
/// <param name="Ask">From the question to the answer.</param>
/// <param name="ResidentMegabytes">Of the process, after the last question.</param>
/// <param name="PeakMegabytes">Of the process.</param>
/// <param name="FoundShare">Questions whose own article is among the candidates.</param>
internal sealed record Asking(
    double OpenMilliseconds, Latency Search, Latency Filtered, Latency Listed, Latency Ask, double ResidentMegabytes, double PeakMegabytes, double FoundShare)
{
    private const int Questions = 500;
    private const int WarmUp = 100;
    private const int Candidates = 300;
    private const int ListedAtOnce = 20;

    private static readonly PassageFilter Filter = new() { Outlets = ["Northern Wire", "The Courier"] };

    /// <summary>In a process of its own, so that the memory is its own.</summary>
    public static Asking Run(string kind, string folder, int articles)
    {
        var opening = Stopwatch.StartNew();
        using var opened = BuiltIndexes.Indexer(kind, folder).Open();
        var openMilliseconds = opening.Elapsed.TotalMilliseconds;
        MadeArticle[] asked = [.. Enumerable.Range(0, WarmUp + Questions).Select(i => new MadeArticle((int)(i * 7919L % articles)))];
        string[] questions = [.. asked.Select(article => article.Question())];

        var found = 0;
        var search = Latency.Measure(questions.Length, WarmUp, i =>
        {
            var hits = opened.Search(new CandidateQuery(Terms(questions[i]), Candidates)).Hits;
            return () => found += i >= WarmUp && hits.Any(hit => opened.Read(hit.Article).Id == asked[i].Id) ? 1 : 0;
        });
        var filtered = Latency.Measure(questions.Length, WarmUp, i =>
        {
            _ = opened.Search(new CandidateQuery(Terms(questions[i]), Candidates, Filter: Filter));
            return static () => { };
        });
        var listed = Latency.Measure(questions.Length, WarmUp, i =>
        {
            _ = opened.List(new ListQuery { Filter = Filter, Skip = articles / 5, Most = ListedAtOnce });
            return static () => { };
        });
        var answerer = new Answerer(opened);
        var ask = Latency.Measure(questions.Length, WarmUp, i =>
        {
            _ = answerer.AskAsync(questions[i]).GetAwaiter().GetResult();
            return static () => { };
        });

        using var process = Process.GetCurrentProcess();
        return new Asking(openMilliseconds, search, filtered, listed, ask, process.WorkingSet64 / 1e6, process.PeakWorkingSet64 / 1e6, (double)found / Questions);
    }

    private static QueryTerm[] Terms(string question) =>
        [.. Question.Parse(question).Terms.Select(term => new QueryTerm(term.Text, term.Weight, question[term.Span.Start..term.Span.End]))];
}
