using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Channels.Pages;

/// <summary>The web page: <c>/</c> asks, <c>/articles</c> lists, <c>/articles/{id}</c> shows one; what they are made of is under <c>/assets</c>.</summary>
/// <remarks>They hold nothing of the corpus: scripts fetch it from the API, so that whoever may not read an article there does not see it here.</remarks>
internal static class PageEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    // Scripts may not turn text into markup or code at all (trusted types).
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapPage(routes, "/", "index.html");
        MapPage(routes, "/articles", "articles.html");
        MapPage(routes, "/articles/{**id}", "article.html");
        foreach (var file in SiteFile.All.Where(file => Path.GetExtension(file.Name) != ".html"))
            routes.MapMethods($"/assets/{file.Name}", Methods, file.SendAsync).AllowAnonymous().ExcludeFromDescription();
        ExampleEndpoint.Map(routes);
    }

    private static void MapPage(IEndpointRouteBuilder routes, string pattern, string name)
    {
        var file = SiteFile.Named(name);
        routes.MapMethods(pattern, Methods, http =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return file.SendAsync(http);
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
