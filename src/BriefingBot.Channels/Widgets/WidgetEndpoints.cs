using BriefingBot.Channels.Pages;
using BriefingBot.Channels.Sections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Widgets;

/// <summary><c>GET /widget.js</c>: the chat for other sites' pages. The script holds nothing of the corpus and is for everybody; what it asks is not.</summary>
internal static class WidgetEndpoints
{
    private const string Script = "widget.js";

    public static void AddWidget(this IServiceCollection services)
    {
        services.AddSection<WidgetOptions>(WidgetOptions.Section);
        services.AddSingleton<WidgetOrigins>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var file = SiteFile.Named(Script);
        routes.MapMethods($"/{Script}", [HttpMethods.Get, HttpMethods.Head], http =>
        {
            // A page that isolates itself may load it too.
            http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return file.SendAsync(http);
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
