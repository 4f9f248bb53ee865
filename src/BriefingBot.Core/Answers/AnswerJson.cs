using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>Writes an answer in the shape that scripts depend on.</summary>
public static class AnswerJson
{
    /// <summary>Letters of every script as they are; for JSON that is never put into a page.</summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonWriterOptions Indented { get; } = Compact with { Indented = true };

    /// <param name="id">Written first where one is given.</param>
    public static void Write(Utf8JsonWriter json, Answer answer, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(answer);
        json.WriteStartObject();
        if (id is not null)
        {
            json.WriteString("id", id);
        }

        json.WriteString("question", answer.Question);
        json.WriteString("reply", WordOf(answer.Reply));
        json.WriteString("status", answer.Status is { } status ? ClaimWords.Of(status) : null);
        json.WriteString("statusReason", answer.StatusReason);
        json.WriteString("text", answer.Text);
        json.WriteString("asOf", WordOf(answer.AsOf));
        json.WriteStartArray("citations");
        foreach (var citation in answer.Citations)
        {
            WriteCitation(json, citation);
        }

        json.WriteEndArray();
        WriteHistory(json, answer.History);
        json.WriteStartObject("searched");
        json.WriteNumber("articles", answer.Searched.Articles);
        json.WriteNumber("passages", answer.Searched.Passages);
        json.WriteString("from", WordOf(answer.Searched.From));
        json.WriteString("to", WordOf(answer.Searched.To));
        json.WriteEndObject();
        json.WriteStartArray("nearest");
        foreach (var title in answer.Nearest)
        {
            json.WriteStringValue(title);
        }

        json.WriteEndArray();
        json.WriteString("model", answer.Model);
        json.WriteNumber("elapsedMs", Math.Round(answer.Elapsed.TotalMilliseconds, 1));
        WriteModel(json, answer);
        json.WriteEndObject();
    }

    public static string WordOf(Reply reply) => reply == Reply.Answered ? "answered" : "not-in-corpus";

    private static void WriteModel(Utf8JsonWriter json, Answer answer)
    {
        if (answer.Verification is { } verification)
        {
            json.WriteStartObject("verification");
            json.WriteNumber("kept", verification.Kept);
            json.WriteNumber("repaired", verification.Repaired);
            json.WriteNumber("dropped", verification.Dropped);
            json.WriteStartArray("reasons");
            foreach (var reason in verification.Reasons)
            {
                json.WriteStringValue(reason);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        if (answer.Usage is { } usage)
        {
            json.WriteStartObject("usage");
            json.WriteNumber("promptTokens", usage.PromptTokens);
            json.WriteNumber("answerTokens", usage.AnswerTokens);
            json.WriteNumber("requests", usage.Requests);
            json.WriteBoolean("estimated", usage.IsEstimated);
            json.WriteNumber("cost", usage.Cost);
            json.WriteEndObject();
        }

        if (answer.Note is { } note)
        {
            json.WriteString("note", note);
        }
    }

    private static void WriteHistory(Utf8JsonWriter json, IReadOnlyList<HistoryEntry> history)
    {
        json.WriteStartArray("history");
        foreach (var entry in history)
        {
            json.WriteStartObject();
            json.WriteString("date", WordOf(entry.Date));
            json.WriteString("status", ClaimWords.Of(entry.Status));
            json.WritePropertyName("citation");
            WriteCitation(json, entry.Citation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One citation, as in the array of an answer.</summary>
    public static void WriteCitation(Utf8JsonWriter json, Citation citation)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(citation);
        var source = citation.Quote.Source;
        json.WriteStartObject();
        json.WriteNumber("n", citation.Number);
        json.WriteString("quote", citation.Quote.Text);
        json.WriteString("articleId", source.Id);
        json.WriteString("title", source.Title);
        json.WriteString("outlet", source.Provenance.Outlet);
        json.WriteString("author", source.Provenance.Author);
        json.WriteString("published", WordOf(source.Provenance.Published));
        json.WriteString("url", source.Provenance.Url);
        json.WriteStartObject("span");
        json.WriteNumber("start", citation.Quote.Span.Start);
        json.WriteNumber("end", citation.Quote.Span.End);
        json.WriteEndObject();
        json.WriteString("speaker", citation.Speaker);
        json.WriteString("stance", ClaimWords.Of(citation.Stance));
        json.WriteString("cue", citation.Cue);
        json.WriteEndObject();
    }

    /// <summary>YYYY-MM-DD; null for none.</summary>
    public static string? WordOf(DateOnly? day) => day?.ToString("yyyy-MM-dd");
}
