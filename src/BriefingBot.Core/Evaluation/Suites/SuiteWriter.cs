using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BriefingBot.Evaluation;

/// <summary>One case to be written; its id is left to the reader.</summary>
/// <param name="Turns">At least one; several are a conversation.</param>
/// <param name="Tags">May be empty.</param>
public sealed record WrittenCase(IReadOnlyList<SuiteTurn> Turns, IReadOnlyList<string> Tags);

/// <summary>Writes a suite as YAML, for a person to edit: what is left open is left out.</summary>
public static class SuiteWriter
{
    // JSON strings are YAML strings; letters of every script stay as they are.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="remark">One line on where it comes from.</param>
    /// <param name="name">For the report's heading.</param>
    /// <param name="corpus">As the suite names it: relative to its own folder.</param>
    /// <param name="cases">In their order.</param>
    public static string Write(string remark, string name, string corpus, IEnumerable<WrittenCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var yaml = new StringBuilder($"# {remark}\nname: {Text(name)}\ncorpus: {Text(corpus)}\ncases:\n");
        foreach (var one in cases)
        {
            var lines = one.Turns.Count == 1 ? Turn(one.Turns[0]) : one.Turns.SelectMany(turn => Item(Turn(turn))).Select(line => $"  {line}").Prepend("conversation:");
            foreach (var line in Item(one.Tags.Count == 0 ? lines : lines.Append($"tags: {List(one.Tags)}")))
            {
                yaml.Append("  ").Append(line).Append('\n');
            }
        }

        return yaml.ToString();
    }

    private static IEnumerable<string> Turn(SuiteTurn turn)
    {
        yield return $"{(turn.Kind == TurnKind.Ask ? "ask" : "check")}: {Text(turn.Text)}";
        if (turn.AsOf is { } asOf)
        {
            yield return $"asOf: {asOf:yyyy-MM-dd}";
        }

        if (turn.Note is { } note)
        {
            yield return $"note: {Text(note)}";
        }

        foreach (var line in Expected(turn.Expected))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Expected(Expected expected)
    {
        if (expected.Status is { } status)
        {
            yield return $"status: {AnswerStatuses.Word(status)}";
        }

        foreach (var line in expected.Quotes.SelectMany(Quote).Select(line => $"  {line}").Prepend("quotes:").Take(expected.Quotes.Count == 0 ? 0 : int.MaxValue))
        {
            yield return line;
        }

        foreach (var (field, texts) in ((string, IReadOnlyList<string>)[])[("sources", expected.Sources), ("speakers", expected.Speakers), ("mustSay", expected.MustSay), ("mustNotSay", expected.MustNotSay)])
        {
            if (texts.Count > 0)
            {
                yield return $"{field}: {List(texts)}";
            }
        }
    }

    private static IEnumerable<string> Quote(ExpectedQuote quote) =>
        Item(quote.Speaker is null ? [$"text: {Text(quote.Text)}"] : [$"text: {Text(quote.Text)}", $"speaker: {Text(quote.Speaker)}"]);

    /// <summary>The fields of one item of a list.</summary>
    private static IEnumerable<string> Item(IEnumerable<string> fields) => fields.Select((field, i) => i == 0 ? $"- {field}" : $"  {field}");

    private static string List(IReadOnlyList<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    // What YAML takes for the end of a line, and JSON does not, is written by its number.
    private static string Text(string text)
    {
        var quoted = new StringBuilder();
        foreach (var c in JsonSerializer.Serialize(text, Quoting))
        {
            _ = c is '\u0085' or '\u2028' or '\u2029' or '\uFEFF' or '\u007F' ? quoted.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)) : quoted.Append(c);
        }

        return quoted.ToString();
    }
}
