using System.Text.Json;
using BriefingBot.Channels.BotFramework.Activities;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BriefingBot.Channels.BotFramework.Authentication;

/// <summary>Tells whether an activity comes from the channel it says it comes from. Thread-safe.</summary>
internal sealed partial class ChannelAuthenticator(IOptions<BotOptions> options, SigningKeys keys, CloudAddresses cloud, IWebHostEnvironment environment, ILogger<ChannelAuthenticator> log)
{
    private const string ServiceUrlClaim = "serviceurl";

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };

    /// <summary>Whether anybody on this machine may speak for a channel.</summary>
    public bool IsOpen => !options.Value.HasAppId && environment.IsDevelopment();

    /// <param name="authorization">The header of that name.</param>
    /// <param name="activity">As received.</param>
    /// <param name="isLocal">Whether the request comes from this machine.</param>
    /// <param name="cancellation">Ends the wait for keys.</param>
    /// <returns>Where answers may go; null where the activity is to be refused.</returns>
    public async Task<ServiceAddress?> AuthenticateAsync(string? authorization, Activity activity, bool isLocal, CancellationToken cancellation)
    {
        var (address, refusal) = IsOpen ? OnThisMachine(activity, isLocal) : await ReadAsync(authorization, activity, cancellation);
        if (refusal is not null)
            LogRefusal(log, refusal);
        return address;
    }

    private static (ServiceAddress?, string?) OnThisMachine(Activity activity, bool isLocal) =>
        !isLocal ? (null, "without an app id only this machine is answered")
        : activity.ServiceUrl is { } url && ServiceAddress.OfVouched(url) is { Url.IsLoopback: true } address ? (address, null)
        : (null, "without an app id answers go to this machine only, and the serviceUrl is elsewhere");

    private async Task<(ServiceAddress?, string?)> ReadAsync(string? authorization, Activity activity, CancellationToken cancellation)
    {
        if (authorization?.Split(' ') is not [var scheme, { Length: > 0 } written] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return (null, "no token");
        try
        {
            return await VouchedAsync(new JsonWebToken(written), activity, cancellation);
        }
        catch (Exception wrong) when (wrong is ArgumentException or SecurityTokenException or FormatException or JsonException or InvalidOperationException)
        {
            // The library reads each part of a token when it is asked for.
            return (null, "no token that can be read");
        }
    }

    private async Task<(ServiceAddress?, string?)> VouchedAsync(JsonWebToken token, Activity activity, CancellationToken cancellation)
    {
        // Before any cryptography, and before a key is fetched.
        if (!token.Issuer.Equals(cloud.Issuer, StringComparison.Ordinal))
            return (null, "the issuer");
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal))
            return (null, "the algorithm");
        if (string.IsNullOrEmpty(token.Kid) || await keys.FindAsync(token.Kid, cancellation) is not { } key)
            return (null, "the key is unknown");
        if (!(await _tokens.ValidateTokenAsync(token, Rules(key))).IsValid)
            return (null, "signature, audience or time");
        if (string.IsNullOrEmpty(activity.ChannelId) || !key.Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal))
            return (null, "the key does not sign for the channel");
        return token.TryGetPayloadValue<string>(ServiceUrlClaim, out var vouched) && vouched is { Length: > 0 } && vouched.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            && ServiceAddress.OfVouched(vouched) is { } address ? (address, null) : (null, "the serviceUrl is not the token's");
    }

    private TokenValidationParameters Rules(SigningKey key) => new()
    {
        ValidIssuer = cloud.Issuer,
        ValidAudience = options.Value.AppId,
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        ValidateIssuerSigningKey = true,
        ClockSkew = Skew,
    };

    [LoggerMessage(LogLevel.Warning, "An activity was refused: {Reason}")]
    private static partial void LogRefusal(ILogger log, string reason);
}
