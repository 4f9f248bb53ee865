using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Slack;

/// <summary>Lets in what Slack has signed, and nothing else.</summary>
internal sealed partial class SlackGate(SlackWorkspaces workspaces, TimeProvider clock, ILogger<SlackGate> log)
{
    /// <summary>A pressed button comes with its whole message, percent-encoded.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>What a handler answers to a signed body; 401 where the signature does not hold.</summary>
    public async Task<IResult> OpenAsync(HttpRequest request, Func<SlackBody, Task<IResult>> handle)
    {
        if (await ReadAsync(request) is not { } bytes)
            return Results.Problem($"at most {MostBytes:N0} bytes", statusCode: StatusCodes.Status413PayloadTooLarge);

        var signed = SignersOf(request, bytes);
        if (signed.Count == 0)
            return Results.Problem("this is not signed by Slack, or was longer ago than five minutes", statusCode: StatusCodes.Status401Unauthorized);
        try
        {
            return await handle(new SlackBody(bytes, signed, workspaces));
        }
        catch (SlackException failure)
        {
            LogFailure(log, failure.Message);
            return Results.Problem("Slack cannot be asked now", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    // Which workspace it is of stands in the body, which is not read before the signature holds.
    private List<SlackWorkspace> SignersOf(HttpRequest request, byte[] body)
    {
        var (timestamps, signatures) = (request.Headers["X-Slack-Request-Timestamp"], request.Headers["X-Slack-Signature"]);
        if (timestamps.Count != 1 || signatures.Count != 1)
            return [];
        var now = clock.GetUtcNow();
        return [.. workspaces.All.Where(workspace => workspace.SigningSecret is { } secret && SlackSignature.Holds(secret, timestamps[0], signatures[0], body, now))];
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16_384];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > MostBytes)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    [LoggerMessage(LogLevel.Error, "{Failure}")]
    private static partial void LogFailure(ILogger log, string failure);
}

/// <summary>A body that Slack has signed.</summary>
/// <param name="signers">The workspaces whose signature it may be.</param>
internal sealed class SlackBody(byte[] bytes, IReadOnlyList<SlackWorkspace> signers, SlackWorkspaces workspaces)
{
    public string Text { get; } = Encoding.UTF8.GetString(bytes);

    /// <summary>Names it: the same for the same bytes.</summary>
    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The workspace that the body names; null where its signature is not of that one.</summary>
    public Task<SlackWorkspace?> WorkspaceAsync(SlackPlace place, CancellationToken cancellation) => workspaces.OfAsync(place, signers, cancellation);
}
