using System.Text;

namespace BriefingBot.Postgres.Stores;

/// <summary>A text as PostgreSQL keeps it: what was cut out of a surrogate pair becomes U+FFFD, and so does NUL, which it does not take.</summary>
internal static class StoredText
{
    public static string Of(string text)
    {
        text = text.Replace('\0', '\uFFFD');
        return text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
    }
}
