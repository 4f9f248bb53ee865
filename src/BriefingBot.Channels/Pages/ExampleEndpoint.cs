using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.ApiDescriptions;
using BriefingBot.Channels.Corpora;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Channels.Pages;

/// <summary><c>GET /api/examples</c>: what may be asked to begin with, and how much is searched.</summary>
internal static class ExampleEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/examples", FindAsync).Produces<FoundExamples>()
        .Described("examples", "Articles", "Gives questions that may be asked to begin with, and how much is searched.");

    private static async Task<IResult> FindAsync(LiveCorpus corpus, ExampleFinder finder, HttpContext http) => corpus.IsReady
        ? Results.Ok(await finder.FindAsync(http.Caller("api"), http.RequestAborted))
        : Results.Problem("the corpus is not open yet; try again in a moment", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready");
}
