namespace BriefingBot.Answers.Drafts;

/// <summary>A sentence as a model wrote it: nothing in it is to be believed.</summary>
/// <param name="Passages">The numbers it cites.</param>
/// <param name="Quotes">What it says it takes word for word.</param>
internal sealed record DraftSentence(string Text, IReadOnlyList<int> Passages, IReadOnlyList<string> Quotes);
