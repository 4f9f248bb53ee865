using System.Net.Http.Json;
using BriefingBot.Browser.Tests;
using BriefingBot.Channels.Tests;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace BriefingBot.Browser.Tests;

/// <summary>The program serving the sample articles, started once for all tests.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private RunningServer? _server;

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address => _server!.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public HttpClient Client => _server!.Client;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.StartAsync(Articles());

        // Until the articles are indexed, questions wait.
        using var response = await _server.Client.PostAsJsonAsync("/api/ask", new { question = "Is it open?" });
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    /// <summary>Every file of the sample corpus.</summary>
    public static IEnumerable<(string File, string Text)> Articles()
    {
        var corpus = Path.Combine(Top(), "corpus");
        return Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(corpus, file)).Where(file => file != "README.md")
            .Select(file => (file, File.ReadAllText(Path.Combine(corpus, file))));
    }

    public static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
