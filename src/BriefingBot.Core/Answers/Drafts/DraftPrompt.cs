using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Claims;
using Microsoft.Extensions.AI;

namespace BriefingBot.Answers.Drafts;

/// <summary>What a model is told and asked. Passages are JSON strings: nothing in one can end it, or speak as anybody else.</summary>
internal sealed class DraftPrompt
{
    // The status, and the names of the fields.
    private const int BesideInTokens = 40;

    private static readonly string Instructions = string.Join('\n', WordList.Lines("Answers.Drafts.Data.instructions.txt"));
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<ChatMessage> _asked;
    private readonly string _instructions;

    private DraftPrompt(IReadOnlyList<PromptPassage> passages, string instructions, List<ChatMessage> asked)
    {
        Passages = passages;
        _instructions = instructions;
        _asked = asked;
    }

    public IReadOnlyList<PromptPassage> Passages { get; }

    public static DraftPrompt Of(Briefing briefing, DraftOptions options)
    {
        var instructions = Instructions.Replace("{0}", options.MaxSentences.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var question = OutputText.Clean(briefing.Evidence.Claim.Question.Text);
        var left = options.MaxPromptTokens - TokenEstimate.Of(instructions) - TokenEstimate.Of(DraftSchema.InWords) - TokenEstimate.Of(question) - TokenEstimate.Of(briefing.Findings.Verdict.Reason) - BesideInTokens;
        var passages = PassageChooser.Choose(briefing, left);
        return new DraftPrompt(passages, instructions, [new ChatMessage(ChatRole.User, User(question, briefing.Findings.Verdict, passages))]);
    }

    /// <summary>The prompt for what did not hold.</summary>
    /// <param name="failed">The sentences, with what was wrong.</param>
    public DraftPrompt Again(IReadOnlyList<(DraftSentence Sentence, string Detail)> failed)
    {
        var wrong = string.Join('\n', failed.Select((fault, i) => $"{i + 1}. {fault.Detail}"));
        return new DraftPrompt(Passages, _instructions,
        [
            .. _asked,
            new ChatMessage(ChatRole.Assistant, Draft(failed.Select(fault => fault.Sentence))),
            new ChatMessage(ChatRole.User, $"These sentences do not hold:\n{wrong}\nWrite these sentences again, and only these, so that each holds. Leave out what the passages do not say."),
        ]);
    }

    /// <param name="isPlain">Whether the schema is told in words, for a server that takes none beside the messages.</param>
    public List<ChatMessage> Messages(bool isPlain) =>
        [new ChatMessage(ChatRole.System, isPlain ? $"{_instructions}\n{DraftSchema.InWords}" : _instructions), .. _asked];

    private static string User(string question, Verdict verdict, IReadOnlyList<PromptPassage> passages) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("question", question);
        json.WriteString("status", $"{ClaimWords.Of(verdict.Status)}: {OutputText.Clean(verdict.Reason)}");
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
        json.WriteEndObject();
    });

    private static string Draft(IEnumerable<DraftSentence> sentences) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("sentences");
        foreach (var sentence in sentences)
        {
            json.WriteStartObject();
            json.WriteString("text", sentence.Text);
            json.WriteStartArray("passages");
            foreach (var number in sentence.Passages)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
