using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.BotFramework;

/// <summary>Without an app id nobody can be told from anybody else: that is for trying out on one's own machine.</summary>
internal sealed class BotOptionsValidation(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
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
