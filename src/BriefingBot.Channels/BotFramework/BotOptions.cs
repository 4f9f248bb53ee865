using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Channels.BotFramework;

/// <summary>Section <c>Bot</c>: the registration of the bot with Azure Bot Service. Without it there is no <c>/api/messages</c>.</summary>
internal sealed class BotOptions : IValidatableObject
{
    public const string Section = "Bot";

    /// <summary>Serve <c>/api/messages</c>; an app id does so too. Without an app id only in Development and on loopback.</summary>
    public bool Enabled { get; set; }

    /// <summary>The id of the app registration.</summary>
    public string? AppId { get; set; }

    /// <summary>Its client secret; never shown or logged.</summary>
    public string? Password { get; set; }

    public BotAppType AppType { get; set; }

    /// <summary>Of the app, where it is of one tenant.</summary>
    public string? TenantId { get; set; }

    public BotCloud Cloud { get; set; }

    /// <summary>The code that serves it; null for Bot Builder where the build has it, else our own.</summary>
    public BotEndpoint? Endpoint { get; set; }

    /// <summary>Another place of the signing keys than the cloud's own.</summary>
    public Uri? Metadata { get; set; }

    /// <summary>Another place to get access tokens than the cloud's own.</summary>
    public Uri? TokenEndpoint { get; set; }

    public bool IsOn => Enabled || HasAppId;

    public bool HasAppId => !string.IsNullOrWhiteSpace(AppId);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (HasAppId && AppType != BotAppType.UserAssignedMSI && string.IsNullOrWhiteSpace(Password))
            yield return new ValidationResult($"{Section}:Password: it is missing; give the client secret of app {AppId}, or set {Section}:AppType to UserAssignedMSI");
        if (HasAppId && AppType != BotAppType.MultiTenant && string.IsNullOrWhiteSpace(TenantId))
            yield return new ValidationResult($"{Section}:TenantId: it is missing; an app of type {AppType} needs its tenant");
    }
}

/// <summary>How the bot gets its own token.</summary>
internal enum BotAppType
{
    MultiTenant,
    SingleTenant,
    UserAssignedMSI,
}

/// <summary>What takes activities in and sends them out; the bot between is the same.</summary>
internal enum BotEndpoint
{
    Own,
    BotBuilder,
}

internal enum BotCloud
{
    Public,
    Government,
}
