namespace BriefingBot.Answers.Verification;

/// <summary>What became of one sentence of a draft.</summary>
internal abstract record Checked;

/// <summary>It holds.</summary>
/// <param name="Text">As a reader sees it, without markers.</param>
/// <param name="Evidence">The sentences it rests on; at least one.</param>
/// <param name="Repair">What was mended; null if nothing was.</param>
internal sealed record Holds(string Text, IReadOnlyList<SourceSentence> Evidence, string? Repair) : Checked;

/// <summary>It is firmer than its source, whose own words may stand in its place.</summary>
internal sealed record TooFirm(SourceSentence Source) : Checked;

/// <summary>It does not hold.</summary>
/// <param name="Reason">For a reader: fixed words, nothing of the model's.</param>
/// <param name="Detail">For the model: what to mend.</param>
internal sealed record Fails(string Reason, string Detail) : Checked;
