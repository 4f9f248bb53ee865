using System.Text.Json.Serialization;
using BriefingBot.Answers;
using BriefingBot.Channels.Conversations;

namespace BriefingBot.Channels.Feedbacks;

/// <summary>Feedback as the journal keeps it, in JSON: with the turn it is on, so that it can be read when the conversation is forgotten.</summary>
/// <param name="Rating">Up or down.</param>
/// <param name="Comment">The reader's own words; null for none.</param>
/// <param name="Turn">What was asked and answered.</param>
/// <param name="Before">What was asked before it in the conversation, as typed, oldest first; as far back as a follow-up may lean.</param>
public sealed record KeptFeedback(FeedbackRating Rating, string? Comment, KeptTurn Turn, IReadOnlyList<string> Before)
{
    /// <summary>When it was given.</summary>
    [JsonIgnore]
    public DateTimeOffset At { get; init; }

    /// <exception cref="JournalException">The entry is none.</exception>
    public static KeptFeedback Read(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return KeptTurn.Parse<KeptFeedback>(entry) with { At = entry.At };
    }

    public string Write() => KeptTurn.Write(this);
}
