using System.Globalization;
using System.Text.Json;

namespace BriefingBot.Channels.Tests.ApiDescriptions;

/// <summary>A description of an API, and whether JSON is what its schemas say. Only what those here use is understood; a property that no schema names is a fault too.</summary>
internal sealed class Schema(JsonElement document)
{
    private static readonly string[] Known = ["$ref", "type", "enum", "format", "properties", "required", "items", "oneOf", "description", "default", "example"];

    /// <summary>A line for each thing that is not as the schema says.</summary>
    public IEnumerable<string> Faults(JsonElement value, JsonElement schema, string path = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Faults(value, Resolve(reference.GetString()!), path);
        if (schema.EnumerateObject().Select(keyword => keyword.Name).Except(Known).ToList() is { Count: > 0 } unknown)
            return [$"{path}: the schema says {string.Join(", ", unknown)}, which this test does not know"];
        if (schema.TryGetProperty("oneOf", out var choices))
            return choices.EnumerateArray().Count(choice => !Faults(value, choice, path).Any()) == 1 ? [] : [$"{path}: {value} is not one of the choices"];

        return OwnFaults(value, schema, path).Concat(ObjectFaults(value, schema, path)).Concat(ArrayFaults(value, schema, path));
    }

    private static IEnumerable<string> OwnFaults(JsonElement value, JsonElement schema, string path)
    {
        if (!schema.TryGetProperty("type", out var type))
            yield return $"{path}: the schema says no type";
        else if (!(type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()]).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && type.GetString() == "number"))
            yield return $"{path}: {value} is {TypeOf(value)}, not {type}";
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
            yield return $"{path}: {value} is none of {words}";
        if (value.ValueKind == JsonValueKind.String && schema.TryGetProperty("format", out var format) && !IsOf(format.GetString()!, value.GetString()!))
            yield return $"{path}: {value} is no {format}";
    }

    private IEnumerable<string> ObjectFaults(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [];

        var properties = schema.TryGetProperty("properties", out var named) ? named : default;
        var missing = (schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!) : [])
            .Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path}.{name}: missing");
        return missing.Concat(value.EnumerateObject().SelectMany(property =>
            properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(property.Name, out var own) ? Faults(property.Value, own, $"{path}.{property.Name}") : [$"{path}.{property.Name}: not described"]));
    }

    private IEnumerable<string> ArrayFaults(JsonElement value, JsonElement schema, string path) =>
        value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items) ? value.EnumerateArray().SelectMany((item, i) => Faults(item, items, $"{path}[{i}]")) : [];

    private static bool IsOf(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Array => "array",
        _ => "object",
    };

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (at, name) => at.GetProperty(name));
}
