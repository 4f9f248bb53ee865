using System.Text.Json;
using BriefingBot.Channels.Problems;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Tools;

/// <summary>What a client gave to a tool, read strictly: a name that means nothing is told, never passed over.</summary>
internal sealed class ToolArguments
{
    private readonly IReadOnlyDictionary<string, JsonElement> _given;

    /// <param name="given">By name.</param>
    /// <param name="schema">The tool's input schema.</param>
    /// <exception cref="RequestException">A name stands not in the schema, or one that must be there is missing.</exception>
    public ToolArguments(IDictionary<string, JsonElement>? given, JsonElement schema)
    {
        _given = (given ?? new Dictionary<string, JsonElement>()).Where(argument => argument.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            .ToDictionary(argument => argument.Key, argument => argument.Value, StringComparer.Ordinal);
        var known = schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToList();
        if (_given.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new RequestException($"{Short(unknown)}: there is no such argument; there are {string.Join(", ", known)}");
        if (schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => !_given.ContainsKey(name)) is { } missing)
            throw new RequestException($"{missing}: it is missing; {char.ToLowerInvariant(DescriptionOf(schema, missing)[0])}{DescriptionOf(schema, missing)[1..].TrimEnd('.')}");
    }

    /// <returns>Null where it is not given.</returns>
    /// <exception cref="RequestException">It is no text.</exception>
    public string? Text(string name) => !_given.TryGetValue(name, out var value) ? null : TextOf(value, name, "a text in quotation marks");

    /// <returns>Null where none is given.</returns>
    /// <exception cref="RequestException">It is no list of texts.</exception>
    public IReadOnlyList<string>? Texts(string name) => !_given.TryGetValue(name, out var value) ? null
        : value.ValueKind != JsonValueKind.Array ? throw new RequestException($"{name}: it is no list; write [\"...\"]")
        : value.GetArrayLength() == 0 ? null
        : [.. value.EnumerateArray().Select(item => TextOf(item, name, "a list of texts"))];

    /// <returns>Null where none is given.</returns>
    /// <exception cref="RequestException">It is no day.</exception>
    public DateOnly? Day(string name) => Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day
        : throw new RequestException($"{name}: \"{Short(text)}\" is no day; write it as 2024-07-31");

    /// <exception cref="RequestException">It is no whole number within the bounds.</exception>
    public int Number(string name, int otherwise, int least, int most) => !_given.TryGetValue(name, out var value) ? otherwise
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most ? number
        : throw new RequestException($"{name}: it takes a whole number from {least} to {most}");

    /// <returns>Null for all articles.</returns>
    /// <exception cref="RequestException">A part of it is not what it should be.</exception>
    public PassageFilter? Filter()
    {
        var filter = new PassageFilter { Outlets = Texts("outlets"), Languages = Texts("languages"), Collections = Texts("collections"), From = Day("from"), To = Day("to") };
        if (filter.From > filter.To)
            throw new RequestException($"from: {filter.From:yyyy-MM-dd} is after to, {filter.To:yyyy-MM-dd}; exchange them");
        return filter.IsEmpty ? null : filter;
    }

    private static string TextOf(JsonElement value, string name, string wanted)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new RequestException($"{name}: it is not {wanted}");
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            throw new RequestException($"{name}: it is no Unicode; send UTF-8");
        }
    }

    private static string DescriptionOf(JsonElement schema, string name) => schema.GetProperty("properties").GetProperty(name).GetProperty("description").GetString()!;

    private static string Short(string text)
    {
        const int MostChars = 60;
        return string.Concat((text.Length <= MostChars ? text : $"{text[..MostChars]}…").Where(c => !char.IsControl(c)));
    }
}
