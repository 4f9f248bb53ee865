using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Browser.Tests;

/// <summary>Somebody else's site: one page, with a heading, that loads the widget of another server.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ForeignSite(WebApplication app) => _app = app;

    /// <summary>As a browser names it.</summary>
    public string Origin => _app.Urls.First();

    /// <summary>What the page's <c>head</c> holds.</summary>
    public string Head { get; set; } = "";

    /// <summary>The attributes of its <c>html</c> element.</summary>
    public string Attributes { get; set; } = "lang=\"en\"";

    /// <summary>Where the widget comes from.</summary>
    public string Server { get; set; } = "";

    public static async Task<ForeignSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        var site = new ForeignSite(app);
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/", () => Results.Content(
            $"<!doctype html><html {site.Attributes}><head><meta charset=utf-8><title>Elsewhere</title>{site.Head}</head><body><main><h1>Elsewhere</h1><p><a href=\"#\">A link of its own</a></p></main><script src=\"{site.Server}/widget.js\" data-title=\"Ask our archive\"></script></body></html>", "text/html"));
        await app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
