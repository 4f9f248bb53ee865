using System.Globalization;

namespace BriefingBot.Evaluation;

/// <summary>Reads the fields of one mapping of a suite, and says of each that is wrong where it stands and what to do.</summary>
internal sealed class FieldReader
{
    private readonly string _path;
    private readonly string _place;
    private readonly SuiteMap _map;

    /// <param name="path">The suite's file.</param>
    /// <param name="place">What the mapping is, such as <c>cases[3]</c>; empty for the suite itself.</param>
    /// <param name="node">The mapping.</param>
    /// <param name="known">Every field it may have.</param>
    /// <exception cref="SuiteException">It is no mapping, or has another field, or one twice.</exception>
    public FieldReader(string path, string place, SuiteNode node, IReadOnlyCollection<string> known)
    {
        _path = path;
        _place = place;
        _map = node as SuiteMap ?? throw Wrong(node.Line, place, $"must have fields; write one of {string.Join(", ", known)} and its value");
        foreach (var field in _map.Fields)
        {
            if (!known.Contains(field.Name))
            {
                throw Wrong(field.Line, Name(field.Name), $"no such field; {Nearest(field.Name, known)}");
            }

            if (_map.Fields.First(other => other.Name == field.Name) != field)
            {
                throw Wrong(field.Line, Name(field.Name), "given twice; leave one");
            }
        }
    }

    public int Line => _map.Line;

    public bool Has(string name) => _map.Fields.Any(field => field.Name == name);

    public SuiteNode? Node(string name) => _map.Fields.FirstOrDefault(field => field.Name == name)?.Value is { } value && value is not SuiteScalar { Text: "" or "~" or "null" } ? value : null;

    public string? Text(string name) => Node(name) switch
    {
        null => null,
        SuiteScalar scalar => scalar.Text,
        var other => throw Wrong(other.Line, Name(name), "must be text; write it on one line"),
    };

    /// <summary>The text as it stands, an empty one too; null where there is no such field.</summary>
    public string? RawText(string name) => _map.Fields.FirstOrDefault(field => field.Name == name)?.Value is SuiteScalar scalar ? scalar.Text : Text(name);

    /// <summary>A list, or a single value.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(name).Select(item => item is SuiteScalar { Text.Length: > 0 } scalar ? scalar.Text : throw Wrong(item.Line, Name(name), "must be a list of texts; put each in quotation marks"))];

    public IReadOnlyList<SuiteNode> Items(string name) => Node(name) switch
    {
        null => [],
        SuiteList list => list.Items,
        var single => [single],
    };

    public DateOnly? Day(string name) => Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong(Node(name)!.Line, Name(name), $"'{text}' is no day; write one such as 2024-07-02");

    public int? Count(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count
        : throw Wrong(Node(name)!.Line, Name(name), $"'{text}' is no count; write a whole number from 1");

    public double? Number(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0 ? number
        : throw Wrong(Node(name)!.Line, Name(name), $"'{text}' is no number; write one such as 0.95");

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw Wrong(Node(name)!.Line, Name(name), $"'{other}' is neither true nor false; write one of them"),
    };

    /// <summary>The fields of a mapping inside this one.</summary>
    public FieldReader Below(string name, SuiteNode node, IReadOnlyCollection<string> known) => new(_path, Name(name), node, known);

    public SuiteException Wrong(string name, string problem) => Wrong(Node(name)?.Line ?? Line, Name(name), problem);

    private SuiteException Wrong(int line, string field, string problem) => new($"{_path} line {line}: {(field.Length == 0 ? "" : field + ": ")}{problem}");

    private string Name(string field) => _place.Length == 0 ? field : $"{_place}.{field}";

    // Fields are few: the nearest is the one that shares most pairs of letters (Dice's coefficient).
    private static string Nearest(string name, IReadOnlyCollection<string> known)
    {
        var best = known.MaxBy(other => Alike(name, other))!;
        return Alike(name, best) >= 0.4 ? $"did you mean {best}?" : $"there are {string.Join(", ", known)}";
    }

    private static double Alike(string left, string right)
    {
        static HashSet<string> Pairs(string word) => [.. Enumerable.Range(0, Math.Max(0, word.Length - 1)).Select(i => word.Substring(i, 2).ToLowerInvariant())];
        var (one, other) = (Pairs(left), Pairs(right));
        return one.Count + other.Count == 0 ? 0 : 2.0 * one.Intersect(other).Count() / (one.Count + other.Count);
    }
}
