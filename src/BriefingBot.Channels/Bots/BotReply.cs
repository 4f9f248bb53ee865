using BriefingBot.Answers;

namespace BriefingBot.Channels.Bots;

/// <summary>What a chat answers to a turn, for the channel to show in its own way: each string is plain text and to be encoded there.</summary>
/// <remarks>
/// Either one <see cref="BotText"/>; or a <see cref="BotProgress"/>, a <see cref="BotStatus"/>, <see cref="BotSentence"/> any number of times and one
/// <see cref="BotAnswer"/>. A <see cref="BotText"/> may also end an answer that broke off.
/// </remarks>
public abstract record BotReply;

/// <summary>Something the bot says of itself: help, sources, what was wrong with a question.</summary>
/// <param name="Text">Lines.</param>
public sealed record BotText(string Text) : BotReply;

/// <summary>What is being done, until there is more to show.</summary>
/// <param name="Text">One line.</param>
public sealed record BotProgress(string Text) : BotReply;

/// <summary>Whether the corpus answers, and the status of what is asked.</summary>
public sealed record BotStatus(StatusDecided Decided) : BotReply;

/// <summary>The next words of the answer, verified: all of them in a row are its text.</summary>
public sealed record BotSentence(SentenceWritten Written) : BotReply;

/// <summary>The whole answer, which shows all that the sentences did.</summary>
/// <param name="Id">Names the answer, for feedback.</param>
/// <param name="Answer">Never null.</param>
public sealed record BotAnswer(string Id, Answer Answer) : BotReply;
