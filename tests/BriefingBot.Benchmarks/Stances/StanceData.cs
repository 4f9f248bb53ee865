using System.Text.Json;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>A claim and a text with the stance a person gave; the text's fold is the claim's unless it has its own.</summary>
internal sealed record StanceRow(string Claim, string TextId, Stance Stance, int ClaimFold, int TextFold)
{
    public bool Tests(int fold) => ClaimFold == fold && TextFold == fold;

    public bool TrainsFor(int fold) => ClaimFold != fold && TextFold != fold;
}

/// <summary>The rows of one data set and its texts by id.</summary>
internal sealed record StanceSet(List<StanceRow> Rows, Dictionary<string, string> Texts)
{
    public int Folds => Rows.Max(row => row.ClaimFold) + 1;

    /// <summary>Reads <c>pairs.jsonl</c> with the texts inside, or beside it in <c>bodies.jsonl</c>.</summary>
    public static StanceSet Read(string folder)
    {
        Dictionary<string, string> texts = [];
        var bodies = Path.Combine(folder, "bodies.jsonl");
        if (File.Exists(bodies))
        {
            foreach (var body in Lines(bodies))
                texts.Add(body.GetProperty("bodyId").GetString()!, body.GetProperty("text").GetString()!);
        }

        return new StanceSet([.. Lines(Path.Combine(folder, "pairs.jsonl")).Select(line => ReadRow(line, texts))], texts);
    }

    private static StanceRow ReadRow(JsonElement line, Dictionary<string, string> texts)
    {
        var claim = line.GetProperty("claim").GetString()!;
        var stance = Enum.Parse<Stance>(line.GetProperty("stance").GetString()!, ignoreCase: true);
        if (line.TryGetProperty("bodyId", out var body))
            return new StanceRow(claim, body.GetString()!, stance, line.GetProperty("claimFold").GetInt32(), line.GetProperty("bodyFold").GetInt32());

        var text = line.GetProperty("text").GetString()!;
        texts[text] = text;
        var fold = line.GetProperty("fold").GetInt32();
        return new StanceRow(claim, text, stance, fold, fold);
    }

    private static IEnumerable<JsonElement> Lines(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.Clone();
        }
    }
}
