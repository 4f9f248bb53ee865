using System.Text;
using BriefingBot.Answers.Drafts;
using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Retrieval;
using Microsoft.Extensions.AI;

namespace BriefingBot.Answers;

/// <summary>Lets a model rewrite a question so that it stands alone, and takes the result only where it holds.</summary>
internal static class ModelFollowUp
{
    // A question; a model that writes more has not understood.
    private const int MostChars = 400;
    private const int MostAnswerChars = 600;
    private const int MostTokens = 120;

    // Of the typed words of content, so many must be asked still: "killed" may become "died".
    private const double LeastKept = 0.5;

    private static readonly string Instructions = string.Join('\n', WordList.Lines("Answers.Drafts.Data.follow-up.txt"));

    public static List<ChatMessage> Messages(string text, IReadOnlyList<Turn> turns) =>
    [
        new ChatMessage(ChatRole.System, Instructions),
        new ChatMessage(ChatRole.User, PassageJson.Object(json =>
        {
            json.WriteStartArray("turns");
            foreach (var turn in turns)
            {
                json.WriteStartObject();
                json.WriteString("question", OutputText.Clean(turn.Question));
                json.WriteString("answer", OutputText.Clean(turn.Answer.Text[..Math.Min(turn.Answer.Text.Length, MostAnswerChars)]));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("question", OutputText.Clean(text));
        })),
    ];

    /// <summary>What the model writes, cut off where it goes on for too long.</summary>
    public static async Task<string> WriteAsync(IChatClient client, List<ChatMessage> messages, CancellationToken cancellation)
    {
        StringBuilder written = new();
        await foreach (var update in client.GetStreamingResponseAsync(messages, new ChatOptions { MaxOutputTokens = MostTokens, Temperature = 0 }, cancellation))
        {
            written.Append(update.Text);
            if (written.Length > MostChars)
            {
                break;
            }
        }

        return OutputText.Clean(written.ToString()).Trim().Trim('"');
    }

    /// <summary>Whether it is one question that asks what was typed, with no name or number that nobody has mentioned.</summary>
    public static bool Holds(string rewritten, string text, IReadOnlyList<Turn> turns)
    {
        if (rewritten.Length is 0 or > MostChars || (text.TrimEnd().EndsWith('?') && !rewritten.EndsWith('?')) || Question.Parse(rewritten).IsEmpty)
        {
            return false;
        }

        var mentioned = Terms([text, .. turns.SelectMany(turn => (string[])[turn.Question, turn.Answer.Text, .. turn.Answer.Citations.Select(citation => citation.Speaker ?? "")])]);
        List<Token> tokens = [];
        TermAnalyzer.Analyze(rewritten, new TextSpan(0, rewritten.Length), tokens);
        var isKnown = tokens.TrueForAll(token => token.IsStopWord || mentioned.Contains(token.Term) || (token.Span.Start > 0 && char.IsLower(rewritten[token.Span.Start])));
        var content = FollowUpWords.Of(text).Where(word => word.Kind == FollowUpWord.Content).Select(word => Terms([word.Lower])).ToList();
        var kept = Terms([rewritten]);
        return isKnown && content.Count(kept.IsSupersetOf) >= LeastKept * content.Count;
    }

    private static HashSet<string> Terms(IEnumerable<string> texts)
    {
        List<Token> tokens = [];
        foreach (var text in texts)
        {
            TermAnalyzer.Analyze(text, new TextSpan(0, text.Length), tokens);
        }

        return [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term)];
    }
}
