using BriefingBot.Channels.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BriefingBot.Channels.Completions;

internal static class CompletionsSetup
{
    /// <summary>Comes before the problem details, so that errors of this door are told in its own shape.</summary>
    public static void AddCompletions(this IServiceCollection services)
    {
        services.TryAddSingleton<ArticleLinks>();
        services.AddSingleton<IProblemDetailsWriter, CompletionErrors>();
    }
}
