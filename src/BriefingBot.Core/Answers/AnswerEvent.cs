using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>Something of an answer that a reader may see at once: nothing of it is ever taken back.</summary>
/// <remarks>One <see cref="StatusDecided"/>, then <see cref="SentenceWritten"/> any number of times, then one <see cref="AnswerFinished"/>.</remarks>
public abstract record AnswerEvent;

/// <summary>The first event: whether the corpus answers, and the status of what is asked.</summary>
/// <param name="Question">As it was understood: it stands alone.</param>
/// <param name="Status">Null exactly where the reply is not-in-corpus.</param>
/// <param name="Reason">The rule and the counts in words.</param>
/// <param name="AsOf">The newest written date of the evidence; null if none is written.</param>
public sealed record StatusDecided(string Question, Reply Reply, ClaimStatus? Status, string Reason, DateOnly? AsOf) : AnswerEvent;

/// <summary>The next words of the answer, verified: all of them in a row are its text.</summary>
/// <param name="Text">With [1] markers, and the space before it.</param>
/// <param name="Citations">Those that its markers name for the first time.</param>
public sealed record SentenceWritten(string Text, IReadOnlyList<Citation> Citations) : AnswerEvent;

/// <summary>The last event: the whole answer.</summary>
public sealed record AnswerFinished(Answer Answer) : AnswerEvent;
