using System.Text.Json;

namespace BriefingBot.Tests;

/// <summary>Computes every figure of a report anew from its JSON, with nothing of the program: what the two agree on is in the JSON.</summary>
internal sealed class EvalRecount
{
    private readonly List<(JsonElement Expected, JsonElement Run)> _answers;

    public EvalRecount(JsonElement report) =>
        _answers = [.. report.GetProperty("cases").EnumerateArray().SelectMany(one => one.GetProperty("turns").EnumerateArray())
            .SelectMany(turn => turn.GetProperty("runs").EnumerateArray().Select(run => (turn.GetProperty("turn").GetProperty("expected"), run)))];

    public Dictionary<string, double?> Values => new(StringComparer.Ordinal)
    {
        ["passRate"] = Mean(_ => true, pair => Text(pair.Run, "error") is null && Items(pair.Run, "failures").Count == 0),
        ["errorRate"] = Mean(_ => true, pair => Text(pair.Run, "error") is not null),
        ["statusAccuracy"] = Mean(pair => Text(pair.Expected, "status") is not null, pair => Text(pair.Run, "status") == Text(pair.Expected, "status")),
        ["unconfirmedAsFact"] = Mean(pair => Text(pair.Expected, "status") is "unconfirmed" or "disputed" or "denied", pair => Text(pair.Run, "status") is "confirmed" or "reported"),
        ["abstentionPrecision"] = Mean(pair => IsAbsent(pair) is not null && Abstains(pair), pair => IsAbsent(pair) == true),
        ["abstentionRecall"] = Mean(pair => IsAbsent(pair) == true, Abstains),
        ["quoteExactness"] = Ratio(pair => Items(pair.Run, "citations").Count(citation => citation.GetProperty("isExact").GetBoolean()), pair => Items(pair.Run, "citations").Count),
        ["citationPrecision"] = Ratio(Precise, pair => Quotes(pair).Count == 0 ? 0 : Items(pair.Run, "citations").Count),
        ["citationRecall"] = Ratio(pair => Quotes(pair).Count(quote => Cites(pair, quote)), pair => Quotes(pair).Count),
        ["speakerAccuracy"] = Ratio(Speakers, pair => Items(pair.Expected, "speakers").Count + Quotes(pair).Count(quote => Text(quote, "speaker") is not null)),
        ["sentenceSupport"] = Ratio(pair => Items(pair.Run, "sentences").Count(sentence => sentence.GetProperty("isSupported").GetBoolean()), pair => Items(pair.Run, "sentences").Count),
        ["overFirm"] = Ratio(pair => Items(pair.Run, "sentences").Count(sentence => sentence.GetProperty("isOverFirm").GetBoolean()), pair => Items(pair.Run, "sentences").Count),
        ["hitsAt1"] = Mean(pair => Rank(pair) is not null, pair => Rank(pair) <= 1),
        ["hitsAt4"] = Mean(pair => Rank(pair) is not null, pair => Rank(pair) <= 4),
        ["hitsAt10"] = Mean(pair => Rank(pair) is not null, pair => Rank(pair) <= 10),
        ["mrr"] = Ratio(pair => Rank(pair) is { } rank and < int.MaxValue ? 1.0 / rank : 0, pair => Rank(pair) is null ? 0 : 1),
        ["latencyP50"] = Times()[(int)Math.Ceiling(0.5 * Times().Count) - 1],
        ["latencyP99"] = Times()[(int)Math.Ceiling(0.99 * Times().Count) - 1],
        ["inputTokens"] = Ratio(pair => Number(pair.Run, "inputTokens") ?? 0, pair => Number(pair.Run, "inputTokens") is null ? 0 : 1),
        ["outputTokens"] = Ratio(pair => Number(pair.Run, "outputTokens") ?? 0, pair => Number(pair.Run, "outputTokens") is null ? 0 : 1),
        ["judgedFaithfulness"] = Judged("faithfulness"),
        ["judgedCorrectness"] = Judged("correctness"),
        ["cost"] = Ratio(pair => Number(pair.Run, "cost") ?? 0, pair => Number(pair.Run, "cost") is null ? 0 : 1),
    };

    private double? Judged(string what)
    {
        var judged = _answers.ConvertAll(pair => pair.Run.GetProperty("judgement")).FindAll(judgement => judgement.ValueKind == JsonValueKind.Object).ConvertAll(judgement => Number(judgement, what)).OfType<double>().ToList();
        return judged.Count == 0 ? null : judged.Average();
    }

    private double? Mean(Func<(JsonElement Expected, JsonElement Run), bool> counts, Func<(JsonElement Expected, JsonElement Run), bool> isSo) =>
        Ratio(pair => counts(pair) && isSo(pair) ? 1 : 0, pair => counts(pair) ? 1 : 0);

    private double? Ratio(Func<(JsonElement Expected, JsonElement Run), double> sum, Func<(JsonElement Expected, JsonElement Run), double> of) =>
        _answers.Sum(of) is > 0 and var all ? _answers.Sum(sum) / all : null;

    private List<double> Times() => [.. _answers.Select(pair => Number(pair.Run, "elapsedMs")).OfType<double>().Order()];

    private static double Precise((JsonElement Expected, JsonElement Run) pair) =>
        Items(pair.Run, "citations").Count(citation => Quotes(pair).Exists(quote => Plain(Text(citation, "quote")!).Contains(Plain(Text(quote, "text")!)) || Plain(Text(quote, "text")!).Contains(Plain(Text(citation, "quote")!))));

    private static double Speakers((JsonElement Expected, JsonElement Run) pair)
    {
        var citations = Items(pair.Run, "citations");
        return Items(pair.Expected, "speakers").Count(speaker => citations.Exists(citation => IsBy(citation, speaker.GetString()!)))
            + Quotes(pair).Count(quote => Text(quote, "speaker") is { } speaker && citations.Exists(citation => Plain(Text(citation, "quote")!).Contains(Plain(Text(quote, "text")!)) && IsBy(citation, speaker)));
    }

    private static bool IsBy(JsonElement citation, string speaker) =>
        Text(citation, "speaker") is { } given && speaker.Split(' ').All(word => given.Split(' ', ',', '’', '\'').Contains(word, StringComparer.OrdinalIgnoreCase));

    private static bool Cites((JsonElement Expected, JsonElement Run) pair, JsonElement quote) =>
        Items(pair.Run, "citations").Exists(citation => Plain(Text(citation, "quote")!).Contains(Plain(Text(quote, "text")!)));

    /// <returns>From 1; null where no source is expected, the largest number where none is found.</returns>
    private static int? Rank((JsonElement Expected, JsonElement Run) pair)
    {
        var sources = Items(pair.Expected, "sources").ConvertAll(source => source.GetString());
        var at = Items(pair.Run, "ranked").FindIndex(id => sources.Contains(id.GetString()));
        return sources.Count == 0 ? null : at < 0 ? int.MaxValue : at + 1;
    }

    private static bool? IsAbsent((JsonElement Expected, JsonElement Run) pair) =>
        pair.Expected.GetProperty("notInCorpus") is { ValueKind: not JsonValueKind.Null } flag ? flag.GetBoolean() : null;

    private static bool Abstains((JsonElement Expected, JsonElement Run) pair) => Text(pair.Run, "status") == "not-in-corpus";

    private static List<JsonElement> Quotes((JsonElement Expected, JsonElement Run) pair) => Items(pair.Expected, "quotes");

    private static List<JsonElement> Items(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray()];

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static double? Number(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static string Plain(string text) =>
        string.Join(' ', string.Concat(text.Select(c => "“”„«»".Contains(c) ? '"' : "‘’".Contains(c) ? '\'' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
