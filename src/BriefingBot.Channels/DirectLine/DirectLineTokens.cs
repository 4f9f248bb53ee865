using System.Security.Cryptography;
using BriefingBot.Answers;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BriefingBot.Channels.DirectLine;

/// <summary>Makes and reads the tokens that clients carry: each for one conversation, one user and one site. Thread-safe.</summary>
/// <remarks>The key that signs them stands in the journal: they hold after a restart, and at every server that shares it.</remarks>
internal sealed class DirectLineTokens(IJournal journal, IOptions<DirectLineOptions> options, TimeProvider time) : IDisposable
{
    private const string KeyStream = "directline-key/1";
    private const string Issuer = "briefingbot";
    private const string Audience = "directline";
    private const int KeyBytes = 32;

    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    private readonly SemaphoreSlim _making = new(1);
    private SymmetricSecurityKey? _key;

    public int LifeInSeconds => options.Value.TokenMinutes * 60;

    /// <exception cref="JournalException">The key cannot be read.</exception>
    public async Task<string> MakeAsync(DirectLineTicket ticket, CancellationToken cancellation)
    {
        Dictionary<string, object> claims = new(StringComparer.Ordinal) { ["conv"] = ticket.Conversation };
        if (ticket.User is { } user)
            claims["user"] = user;
        if (ticket.Origins.Count > 0)
            claims["origin"] = ticket.Origins.ToArray();
        var now = time.GetUtcNow().UtcDateTime;
        return _tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = now,
            Expires = now.AddSeconds(LifeInSeconds),
            Claims = claims,
            SigningCredentials = new SigningCredentials(await KeyAsync(cancellation), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <returns>Null where it does not hold.</returns>
    /// <exception cref="JournalException">The key cannot be read.</exception>
    public async Task<DirectLineTicket?> ReadAsync(string token, CancellationToken cancellation)
    {
        var result = await _tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = await KeyAsync(cancellation),
            RequireSignedTokens = true,
            ValidateLifetime = true,
            LifetimeValidator = (begins, ends, _, _) => begins <= time.GetUtcNow().UtcDateTime.AddMinutes(1) && ends > time.GetUtcNow().UtcDateTime,
        });
        return result is { IsValid: true, SecurityToken: JsonWebToken read } && read.TryGetPayloadValue<string>("conv", out var conversation)
            ? new DirectLineTicket(conversation, read.TryGetPayloadValue<string>("user", out var user) ? user : null, [.. read.Claims.Where(claim => claim.Type == "origin").Select(claim => claim.Value)])
            : null;
    }

    public void Dispose() => _making.Dispose();

    private async Task<SymmetricSecurityKey> KeyAsync(CancellationToken cancellation)
    {
        if (_key is { } key)
            return key;
        await _making.WaitAsync(cancellation);
        try
        {
            if (_key is null)
            {
                _ = await journal.TryBeginAsync(KeyStream, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)), cancellation);
                _key = new SymmetricSecurityKey(Convert.FromBase64String((await journal.ReadAsync(KeyStream, 1, cancellation))[0].Text));
            }

            return _key;
        }
        finally
        {
            _making.Release();
        }
    }
}

/// <summary>What a token allows.</summary>
/// <param name="Conversation">The only one.</param>
/// <param name="User">Whom its holder speaks as; null for whom it says it is.</param>
/// <param name="Origins">The sites it is good for; none for what is no page.</param>
internal sealed record DirectLineTicket(string Conversation, string? User, IReadOnlyList<string> Origins);
