using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.BotFramework;

/// <summary>Without an app id nobody can be told from anybody else: that is for trying out on one's own machine. Not every build has every endpoint.</summary>
internal sealed class BotOptionsValidation(IWebHostEnvironment environment, IConfiguration configuration, IServiceProviderIsKeyedService services) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        if (options.Endpoint is { } endpoint && !services.IsKeyedService(typeof(IMessagesDoor), endpoint))
            return ValidateOptionsResult.Fail($"{BotOptions.Section}:Endpoint: this build has no {endpoint}; leave it out, or set it to {BotEndpoint.Own}");
        if (!options.IsOn || options.HasAppId)
            return ValidateOptionsResult.Success;
        const string Remedy = $"{BotOptions.Section}:AppId: it is missing, so that anybody could speak for a channel; give the id of the app registration";
        return !environment.IsDevelopment() ? ValidateOptionsResult.Fail($"{Remedy}, or set DOTNET_ENVIRONMENT=Development to try the bot out on this machine")
            : Elsewhere() is { } url ? ValidateOptionsResult.Fail($"{Remedy}, or listen on loopback only, not on {url}")
            : ValidateOptionsResult.Success;
    }

    private string? Elsewhere() => (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .FirstOrDefault(url => !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback));
}
