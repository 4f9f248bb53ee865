using System.Diagnostics;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Benchmarks.Scale;
#if STANDARD
using BriefingBot.BotBuilder;
#endif
using BriefingBot.Channels;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Corpora;
using BriefingBot.Channels.Health;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;
using Microsoft.AspNetCore.Builder;
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

    private static readonly Func<Task<IDoor>>[] Doors =
    [
        async () => await SlackDoor.StartAsync(),
        async () => await BotFrameworkDoor.StartAsync("own"),
        () => Task.FromResult<IDoor>(new DirectLineDoor()),
#if STANDARD
        async () => await BotFrameworkDoor.StartAsync("botbuilder"),
#endif
    ];

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
            var path = Path.Combine(folder, "corpus");
            MadeCorpus.Write(path, Articles);
            RunAsync(new Corpus(path), Path.Combine(folder, "data")).GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(Corpus corpus, string data)
    {
        Console.WriteLine($"{Questions} questions, ms");
        foreach (var start in Doors)
        {
            await using var door = await start();
            await MeasureAsync(door, corpus, Path.Combine(data, door.Name));
        }
    }

    private static async Task MeasureAsync(IDoor door, Corpus corpus, string data)
    {
        await using var app = Build(corpus, data, door.Settings);
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
            var asked = await door.AskAsync(app.Urls.First(), question, i);
            direct = i % 2 == 0 ? direct : await AloneAsync(bot, question, i);
            if (i < WarmUp)
                continue;
            alone.Add(direct);
            through.Add(asked);
        }

        var added = through.Zip(alone, (asked, direct) => asked - direct).Order().ToList();
        Console.WriteLine($"{door.Name}: answer alone p50 {Median(alone):F1}; added p50 {Median(added):F1}, p99 {added[(int)(added.Count * 0.99)]:F1}");
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
#if STANDARD
        builder.Services.AddBotBuilder();
#endif
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
