using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Health;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Tests;

/// <summary>The real thing on a free port of loopback, over a folder of articles of its own.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;

    private RunningServer(DirectoryInfo folder, WebApplication app)
    {
        _folder = folder;
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The folder of articles; what is put there is found soon.</summary>
    public string Corpus => Path.Combine(_folder.FullName, "corpus");

    /// <param name="articles">Name and content of each file.</param>
    /// <param name="configure">Changes what is served, before it is built; null for the defaults.</param>
    public static async Task<RunningServer> StartAsync(IEnumerable<(string File, string Text)> articles, Action<WebApplicationBuilder>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-");
        var corpusFolder = folder.CreateSubdirectory("corpus").FullName;
        foreach (var (file, text) in articles)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(corpusFolder, file))!);
            await File.WriteAllTextAsync(Path.Combine(corpusFolder, file), text);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var corpus = new Corpus(corpusFolder);
        builder.Services.AddSingleton(corpus);
        builder.Services.AddSingleton<IIndexer>(new SqliteIndexer(SqliteIndex.PathOf(Path.Combine(folder.FullName, "data"), corpus)));
        builder.Services.AddSingleton<IJournal>(new MemoryJournal());
        builder.Services.AddSingleton(new HostedVersion("0.1.0", "embedded", "sqlite", "extractive"));
        builder.Services.AddBriefingBot();
        configure?.Invoke(builder);
        var app = builder.Build().MapBriefingBot();
        await app.StartAsync();
        return new RunningServer(folder, app);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        try
        {
            await _app.StopAsync();
        }
        catch (OperationCanceledException)
        {
            // A test may leave more behind than can be answered before the end.
        }

        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
