using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Channels.Slack;

/// <summary>Whether a request was signed by Slack lately (docs.slack.dev/authentication/verifying-requests-from-slack).</summary>
internal static class SlackSignature
{
    // Either way: a clock may be wrong, and what is older may be a replay.
    private static readonly TimeSpan MostAge = TimeSpan.FromMinutes(5);

    /// <param name="secret">The app's signing secret.</param>
    /// <param name="timestamp">The header <c>X-Slack-Request-Timestamp</c>: seconds since 1970.</param>
    /// <param name="signature">The header <c>X-Slack-Signature</c>.</param>
    /// <param name="body">As received, before anything reads it.</param>
    /// <param name="now">The time of the check.</param>
    public static bool Holds(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((decimal)now.ToUnixTimeMilliseconds() - (seconds * 1000m)) > (decimal)MostAge.TotalMilliseconds
            || signature is null)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        var expected = Encoding.ASCII.GetBytes($"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}");
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature));
    }
}
