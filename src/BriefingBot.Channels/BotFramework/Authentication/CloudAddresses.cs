namespace BriefingBot.Channels.BotFramework.Authentication;

/// <summary>Where a cloud keeps its keys and gives tokens, and who signs for it.</summary>
/// <param name="Issuer">Of the tokens that channels bring; also what the bot's own token is for.</param>
/// <param name="Metadata">OpenID metadata of that issuer.</param>
/// <param name="Login">Without tenant and path.</param>
/// <param name="BotTenant">Where a bot of many tenants gets its token.</param>
internal sealed record CloudAddresses(string Issuer, Uri Metadata, Uri Login, string BotTenant)
{
    public static CloudAddresses Of(BotCloud cloud) => cloud switch
    {
        BotCloud.Public => new("https://api.botframework.com", new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"), new Uri("https://login.microsoftonline.com/"), "botframework.com"),
        BotCloud.Government => new("https://api.botframework.us", new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"), new Uri("https://login.microsoftonline.us/"), "MicrosoftServices.onmicrosoft.us"),
        _ => throw new ArgumentOutOfRangeException(nameof(cloud)),
    };

    public static CloudAddresses Of(BotOptions options)
    {
        var cloud = Of(options.Cloud);
        return options.Metadata is { } metadata ? cloud with { Metadata = metadata } : cloud;
    }
}
