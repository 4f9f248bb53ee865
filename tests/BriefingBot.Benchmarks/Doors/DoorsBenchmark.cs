using System.Diagnostics;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Benchmarks.Scale;
using BriefingBot.Channels;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Corpora;
using BriefingBot.Channels.Health;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Benchmarks.Doors;

/// <summary>What a channel's door adds to an answer: from the arrival of a question to that of the answer at the channel, less the answer itself.</summary>
internal static class DoorsBenchmark
{
    private const int Articles = 1_000;
    private const int WarmUp = 100;
    private const int Questions = 500;

    public static int Run(string[] options)
    {
        if (options is not [])
        {
            Console.Error.WriteLine("usage: doors");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("briefingbot-doors-").FullName;
        try
        {
            RunAsync(folder).GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(string folder)
    {
        var path = Path.Combine(folder, "corpus");
        MadeCorpus.Write(path, Articles);
        await using var slack = await SlackDoor.StartAsync();
        await using var app = Build(new Corpus(path), Path.Combine(folder, "data"), slack.Settings);
        await app.StartAsync();
        _ = await app.Services.GetRequiredService<LiveCorpus>().OpenedAsync();
        var bot = app.Services.GetRequiredService<Bot>();
        var questions = Enumerable.Range(0, WarmUp + Questions).Select(i => new MadeArticle(i).Question()).ToList();

        List<double> alone = [];
        List<double> through = [];
        foreach (var (i, question) in questions.Index())
        {
            // In turn first and second: what one leaves in a cache helps the other as often.
            var direct = i % 2 == 0 ? await AloneAsync(bot, question, i) : 0;
            var door = await slack.AskAsync(app.Urls.First(), question, i);
            direct = i % 2 == 0 ? direct : await AloneAsync(bot, question, i);
            if (i < WarmUp)
                continue;
            alone.Add(direct);
            through.Add(door);
        }

        var added = through.Zip(alone, (door, direct) => door - direct).Order().ToList();
        Console.WriteLine($"{questions.Count - WarmUp} questions, ms: answer alone p50 {Median(alone):F1}; added by Slack's door p50 {Median(added):F1}, p99 {added[(int)(added.Count * 0.99)]:F1}");
    }

    private static WebApplication Build(Corpus corpus, string data, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(corpus);
        builder.Services.AddSingleton<IIndexer>(new SqliteIndexer(SqliteIndex.PathOf(data, corpus)));
        builder.Services.AddSingleton<IJournal>(SqliteJournal.Open(SqliteJournal.PathOf(data)));
        builder.Services.AddSingleton(new HostedVersion("0", "embedded", "sqlite", ExtractiveWriter.Model));
        builder.Services.AddBriefingBot();
        return builder.Build().MapBriefingBot();
    }

    private static async Task<double> AloneAsync(Bot bot, string question, int number)
    {
        var start = Stopwatch.GetTimestamp();
        await foreach (var _ in bot.AskAsync(new Ask(question, new Caller("benchmark")) { Conversation = $"{number}" }))
        {
            // To its end.
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
