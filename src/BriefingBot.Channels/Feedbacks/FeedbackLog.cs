using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Conversations;

namespace BriefingBot.Channels.Feedbacks;

/// <summary>What readers think of answers, as the journal keeps it: a stream for each conversation. Thread-safe.</summary>
public sealed class FeedbackLog(IJournal journal, ConversationLog conversations)
{
    /// <summary>What the names of its streams begin with.</summary>
    public const string Prefix = "feedback/";

    /// <summary>Longer comments are cut there.</summary>
    public const int LongestCommentInChars = 4_000;

    // As far back as an answer can be judged.
    private const int MostTurns = 1_000;

    /// <summary>Keeps it; once this returns true, a restart does not lose it. Of several on one answer the last counts.</summary>
    /// <param name="caller">Who gives it, as the door has verified it: the one who asked.</param>
    /// <param name="conversation">In the door's own words, as it was asked in.</param>
    /// <param name="answerId">The <see cref="Ask.Id"/> of the question.</param>
    /// <param name="rating">Up or down.</param>
    /// <param name="comment">The reader's own words; null or empty for none.</param>
    /// <param name="cancellation">Whether it was kept is not known after it.</param>
    /// <returns>False where this caller got no such answer in this conversation, or it is forgotten.</returns>
    /// <exception cref="JournalException">It cannot be kept.</exception>
    public async Task<bool> TryAddAsync(Caller caller, string conversation, string answerId, FeedbackRating rating, string? comment, CancellationToken cancellation = default)
    {
        var key = conversations.KeyOf(caller, conversation);
        var turns = await conversations.TurnsAsync(key, MostTurns, cancellation);
        var place = turns.Index().LastOrDefault(turn => turn.Item.Id.Equals(answerId, StringComparison.Ordinal), (-1, null!)).Index;
        if (place < 0)
            return false;

        var before = turns.Take(place).TakeLast(Conversation.MostTurns).Select(turn => turn.Asked);
        var feedback = new KeptFeedback(rating, Cut(comment), turns[place], [.. before]);
        await journal.AppendAsync(Prefix + key[ConversationLog.Prefix.Length..], feedback.Write(), cancellation);
        return true;
    }

    private static string? Cut(string? comment) =>
        string.IsNullOrWhiteSpace(comment) ? null : comment.Length <= LongestCommentInChars ? comment : comment[..LongestCommentInChars];
}
