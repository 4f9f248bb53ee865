using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>What the evidence comes to.</summary>
/// <param name="Quoted">The statements to quote, the one that answers first; at least one.</param>
/// <param name="Counted">The statements that the status rests on.</param>
/// <param name="Verdict">The status of what is asked.</param>
internal sealed record Findings(IReadOnlyList<StatementStance> Quoted, IReadOnlyList<StatementStance> Counted, Verdict Verdict);
