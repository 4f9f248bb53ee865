using BriefingBot.Channels.Corpora;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Channels.Health;

/// <summary><c>GET /health</c>: it runs, and what is in use. <c>GET /health/ready</c>: whether questions are answered yet.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", (HostedVersion version) => version).AllowAnonymous()
            .WithName("health").WithTags("Health").WithSummary("Says that it runs, and what is in use.");
        routes.MapGet("/health/ready", (LiveCorpus corpus) => corpus.IsReady
            ? Results.Ok(new Readiness("ready"))
            : Results.Problem("the corpus is not open yet; try again in a moment", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready")).AllowAnonymous()
            .Produces<Readiness>().ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithName("ready").WithTags("Health").WithSummary("Says whether questions are answered yet.");
    }
}

/// <summary>What is in use.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Stack">standard or embedded.</param>
/// <param name="Index">Its kind.</param>
/// <param name="Model">As answers name it.</param>
public sealed record HostedVersion(string Version, string Stack, string Index, string Model);

/// <param name="Status">ready.</param>
internal sealed record Readiness(string Status);
