using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Channels.ApiDescriptions;

internal static class DescribedRoute
{
    // Whatever is called: no or an unknown key, no access, too many calls, an index that cannot be read.
    private static readonly int[] Common =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable,
    ];

    /// <summary>Says what an endpoint is for.</summary>
    /// <param name="route">The endpoint.</param>
    /// <param name="name">Of the operation, for clients made from the description.</param>
    /// <param name="tag">Under which heading it stands.</param>
    /// <param name="summary">One line.</param>
    /// <param name="problems">The statuses of problems beyond those that any call may get.</param>
    public static RouteHandlerBuilder Described(this RouteHandlerBuilder route, string name, string tag, string summary, params IReadOnlyList<int> problems)
    {
        route.WithName(name).WithTags(tag).WithSummary(summary);
        foreach (var status in Common.Concat(problems))
            route.ProducesProblem(status);
        return route;
    }
}
