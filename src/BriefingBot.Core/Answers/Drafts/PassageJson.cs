using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Answers.Verification;
using BriefingBot.Claims;

namespace BriefingBot.Answers.Drafts;

/// <summary>Passages as a model is shown them: JSON strings, so that nothing in one can end it, or speak as anybody else.</summary>
internal static class PassageJson
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Object(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static void Write(Utf8JsonWriter json, IEnumerable<PromptPassage> passages)
    {
        json.WriteStartArray("passages");
        foreach (var passage in passages)
        {
            json.WriteStartObject();
            json.WriteNumber("n", passage.Number);
            json.WriteString("outlet", OutputText.Clean(passage.Source.Provenance.Outlet ?? passage.Source.Provenance.Author ?? "unknown"));
            json.WriteString("date", passage.Published?.ToString("yyyy-MM-dd") ?? "unknown");
            if (passage.Speakers.Count > 0)
            {
                json.WriteString("speakers", OutputText.Clean(string.Join("; ", passage.Speakers)));
            }

            json.WriteString("text", passage.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static string Status(Verdict verdict) => $"{ClaimWords.Of(verdict.Status)}: {OutputText.Clean(verdict.Reason)}";
}
