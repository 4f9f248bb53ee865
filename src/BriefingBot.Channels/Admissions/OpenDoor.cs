using BriefingBot.Channels.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Admissions;

/// <summary>Whether a server would stand open to others without anybody having wished it.</summary>
public static class OpenDoor
{
    /// <param name="app">Started, so that it knows where it listens.</param>
    /// <returns>What is wrong and what to do, in one line; null for nothing.</returns>
    public static string? Fault(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Urls.FirstOrDefault(IsOpen) is { } url
            && app.Services.GetRequiredService<KeyRing>().Keys.Count == 0
            && !app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Public
            && !app.Environment.IsDevelopment()
            ? $"{url} can be reached from other machines, and there is no API key; make one with \"briefingbot keys add NAME\", open the web page to everybody with Web:Public, or listen on http://localhost:5080 only"
            : null;
    }

    private static bool IsOpen(string url) => !RequestOrigin.IsLoopback(BindingAddress.Parse(url).Host);
}
