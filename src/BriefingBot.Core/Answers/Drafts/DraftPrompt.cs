using System.Globalization;
using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Claims;
using Microsoft.Extensions.AI;

namespace BriefingBot.Answers.Drafts;

/// <summary>What a model is told and asked, and what it may look up. Passages are JSON strings: nothing in one can end it, or speak as anybody else.</summary>
internal sealed class DraftPrompt
{
    // The status, and the names of the fields.
    private const int BesideInTokens = 40;

    private static readonly string Instructions = string.Join('\n', WordList.Lines("Answers.Drafts.Data.instructions.txt"));

    private readonly List<ChatMessage> _asked;
    private readonly string _instructions;
    private readonly int _told;

    /// <param name="told">How many of the passages stand in the prompt; the others were looked up.</param>
    private DraftPrompt(CitablePassages passages, CorpusLookup lookup, string instructions, List<ChatMessage> asked, int told)
    {
        Passages = passages;
        Lookup = lookup;
        _instructions = instructions;
        _asked = asked;
        _told = told;
    }

    /// <summary>Those that the answer may cite.</summary>
    public CitablePassages Passages { get; }

    public CorpusLookup Lookup { get; }

    public static DraftPrompt Of(Briefing briefing, DraftOptions options)
    {
        var instructions = Instructions.Replace("{0}", options.MaxSentences.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var question = OutputText.Clean(briefing.Evidence.Claim.Question.Text);
        var left = options.MaxPromptTokens - TokenEstimate.Of(instructions) - TokenEstimate.Of(DraftSchema.InWords) - TokenEstimate.Of(question) - TokenEstimate.Of(briefing.Findings.Verdict.Reason) - BesideInTokens;
        var passages = new CitablePassages(PassageChooser.Choose(briefing, left));
        return new DraftPrompt(passages, new CorpusLookup(briefing, passages, options), instructions, [new ChatMessage(ChatRole.User, User(question, briefing.Findings.Verdict, passages))], passages.Count);
    }

    /// <summary>The prompt for what did not hold.</summary>
    /// <param name="failed">The sentences, with what was wrong.</param>
    public DraftPrompt Again(IReadOnlyList<(DraftSentence Sentence, string Detail)> failed)
    {
        var wrong = string.Join('\n', failed.Select((fault, i) => $"{i + 1}. {fault.Detail}"));
        List<PromptPassage> found = [.. Passages.Skip(_told)];
        return new DraftPrompt(Passages, Lookup, _instructions,
        [
            .. _asked,
            .. found.Count == 0 ? [] : (ChatMessage[])[new ChatMessage(ChatRole.User, PassageJson.Object(json => PassageJson.Write(json, found)))],
            new ChatMessage(ChatRole.Assistant, Draft(failed.Select(fault => fault.Sentence))),
            new ChatMessage(ChatRole.User, $"These sentences do not hold:\n{wrong}\nWrite these sentences again, and only these, so that each holds. Leave out what the passages do not say."),
        ], _told + found.Count);
    }

    /// <param name="isPlain">Whether the schema is told in words, for a server that takes none beside the messages.</param>
    public List<ChatMessage> Messages(bool isPlain) =>
        [new ChatMessage(ChatRole.System, isPlain ? $"{_instructions}\n{DraftSchema.InWords}" : _instructions), .. _asked];

    private static string User(string question, Verdict verdict, IReadOnlyList<PromptPassage> passages) => PassageJson.Object(json =>
    {
        json.WriteString("question", question);
        json.WriteString("status", PassageJson.Status(verdict));
        PassageJson.Write(json, passages);
    });

    private static string Draft(IEnumerable<DraftSentence> sentences) => PassageJson.Object(json =>
    {
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
    });
}
