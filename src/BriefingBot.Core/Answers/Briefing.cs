using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>What is known of a question before anybody writes: the evidence, and what it comes to.</summary>
/// <param name="Retriever">Finds more of it.</param>
/// <param name="Options">As the question was asked.</param>
internal sealed record Briefing(Evidence Evidence, Retrieved Found, Findings Findings, Retriever Retriever, AskOptions Options)
{
    public DateOnly? AsOf => Findings.Counted.Concat(Findings.Quoted).Max(statement => statement.Statement.Date);

    public StatusDecided Status => new(Evidence.Claim.Question.Text, Reply.Answered, Findings.Verdict.Status, Findings.Verdict.Reason, AsOf);
}
