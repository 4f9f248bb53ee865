using System.Text.Json;

namespace BriefingBot.Evaluation;

/// <summary>A suite as JSON lines: a case a line, and, if the first line has none of ask, check and conversation, the suite's own fields there.</summary>
internal static class JsonLinesSuite
{
    private static readonly string[] Asking = ["ask", "check", "conversation"];

    public static SuiteNode Parse(string path, string text)
    {
        List<SuiteMap> lines = [];
        foreach (var (line, number) in text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line, i + 1)))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(Parse(path, line, number));
            }
        }

        List<SuiteField> own = [];
        if (lines.Count > 0 && !lines[0].Fields.Any(field => Asking.Contains(field.Name, StringComparer.Ordinal)))
        {
            own.AddRange(lines[0].Fields);
            lines.RemoveAt(0);
        }

        return new SuiteMap(1, [.. own, new SuiteField(1, "cases", new SuiteList(1, lines))]);
    }

    private static SuiteMap Parse(string path, string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Node(json.RootElement, number) as SuiteMap ?? throw new SuiteException($"{path} line {number}: not a JSON object; write one case a line in braces");
        }
        catch (JsonException broken)
        {
            throw new SuiteException($"{path} line {number}: not a JSON object ({broken.Message}); mend the line", broken);
        }
    }

    private static SuiteNode Node(JsonElement json, int line) => json.ValueKind switch
    {
        JsonValueKind.Object => new SuiteMap(line, [.. json.EnumerateObject().Select(field => new SuiteField(line, field.Name, Node(field.Value, line)))]),
        JsonValueKind.Array => new SuiteList(line, [.. json.EnumerateArray().Select(item => Node(item, line))]),
        JsonValueKind.True => new SuiteScalar(line, "true"),
        JsonValueKind.False => new SuiteScalar(line, "false"),
        JsonValueKind.Null => new SuiteScalar(line, ""),
        _ => new SuiteScalar(line, json.ToString()),
    };
}
