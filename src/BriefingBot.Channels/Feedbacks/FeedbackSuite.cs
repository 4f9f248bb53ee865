using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Conversations;
using BriefingBot.Evaluation;

namespace BriefingBot.Channels.Feedbacks;

/// <summary>Makes cases of what people asked and what they thought of it. A person has the last word.</summary>
public static class FeedbackSuite
{
    private static readonly string[] FeedbackTags = ["feedback"];
    private static readonly string[] ConversationTags = ["conversation"];

    /// <summary>A case for each answer that somebody rated, oldest first: one rated up expects what was answered, one rated down nothing yet.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public static async Task<IReadOnlyList<WrittenCase>> OfFeedbackAsync(IJournal journal, CancellationToken cancellation = default) =>
        [.. (await LastAsync(journal, cancellation)).Values.Select(feedback =>
            new WrittenCase([.. feedback.Before.Select(asked => new SuiteTurn(TurnKind.Ask, asked, null, null, new Expected())), Turn(feedback.Turn, feedback)], FeedbackTags))];

    /// <summary>A case for each conversation of this name, with what was answered; of an answer rated down nothing is expected.</summary>
    /// <param name="journal">Where they are kept.</param>
    /// <param name="conversation">In the door's own words.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public static async Task<IReadOnlyList<WrittenCase>> OfConversationAsync(IJournal journal, string conversation, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var feedback = await LastAsync(journal, cancellation);
        var turns = await journal.ReadAllAsync(ConversationLog.Prefix, cancellation)
            .Select(entry => (entry.Stream, Turn: KeptTurn.Read(entry)))
            .Where(kept => kept.Turn.Conversation.Equals(conversation, StringComparison.Ordinal)).ToListAsync(cancellation);
        return [.. turns.GroupBy(kept => kept.Stream, kept => Turn(kept.Turn, feedback.GetValueOrDefault(kept.Turn.Id)), StringComparer.Ordinal).Select(stream => new WrittenCase([.. stream], ConversationTags))];
    }

    /// <summary>Of each answer the last feedback, by its id.</summary>
    private static async Task<OrderedDictionary<string, KeptFeedback>> LastAsync(IJournal journal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(journal);
        OrderedDictionary<string, KeptFeedback> last = new(StringComparer.Ordinal);
        await foreach (var entry in journal.ReadAllAsync(FeedbackLog.Prefix, cancellation))
        {
            var feedback = KeptFeedback.Read(entry);
            last.Remove(feedback.Turn.Id);
            last.Add(feedback.Turn.Id, feedback);
        }

        return last;
    }

    private static SuiteTurn Turn(KeptTurn turn, KeptFeedback? feedback)
    {
        // A suite has no filter: of another part of the corpus the answer is another one.
        var isExpected = feedback?.Rating != FeedbackRating.Down && turn.Filter is null;
        var note = string.Join("; ", new[] { feedback?.Comment, turn.Filter is null ? null : "asked of a part of the corpus only" }.OfType<string>());
        return new SuiteTurn(turn.IsCheck ? TurnKind.Check : TurnKind.Ask, turn.Asked, turn.AsOf, null, isExpected ? Given(turn.Answer) : new Expected()) { Note = note.Length == 0 ? null : note };
    }

    private static Expected Given(JsonElement answer)
    {
        var citations = answer.GetProperty("citations").EnumerateArray().ToList();
        return new Expected
        {
            Status = AnswerStatuses.Find(answer.GetProperty("status").GetString() ?? "not-in-corpus"),
            Quotes = [.. citations.Select(citation => new ExpectedQuote(citation.GetProperty("quote").GetString()!, citation.GetProperty("speaker").GetString()))],
            Sources = [.. citations.Select(citation => citation.GetProperty("articleId").GetString()!).Distinct(StringComparer.Ordinal)],
        };
    }
}
