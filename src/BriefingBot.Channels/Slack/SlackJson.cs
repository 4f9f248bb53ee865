using System.Text.Encodings.Web;
using System.Text.Json;

namespace BriefingBot.Channels.Slack;

/// <summary>Reads what Slack sends, whatever it is.</summary>
internal static class SlackJson
{
    /// <summary>Written with every letter as itself: lengths are counted in characters.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The property of an object; a value of kind Undefined where there is none.</summary>
    public static JsonElement Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A property that is a string of Unicode text; null otherwise.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        var value = element.Field(name);
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8.
            return null;
        }
    }

    /// <summary>A property that is an identifier of Slack's: letters and digits.</summary>
    public static string? Identifier(this JsonElement element, string name) => AsIdentifier(element.Text(name));

    public static string? AsIdentifier(string? text) => text is { Length: > 0 and <= 64 } && text.All(char.IsAsciiLetterOrDigit) ? text : null;

    /// <summary>A property that is a message's time, which names it in its channel.</summary>
    public static string? Stamp(this JsonElement element, string name) =>
        element.Text(name) is { Length: > 2 and <= 32 } text && text.Split('.') is [{ Length: > 0 } whole, { Length: > 0 } part] && whole.All(char.IsAsciiDigit) && part.All(char.IsAsciiDigit) ? text : null;
}
