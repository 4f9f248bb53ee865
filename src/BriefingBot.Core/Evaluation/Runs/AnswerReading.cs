using BriefingBot.Answers;
using BriefingBot.Claims;

namespace BriefingBot.Evaluation;

/// <summary>Takes down an answer as a report keeps it, and holds it against what is expected.</summary>
internal static class AnswerReading
{
    public static Given Read(SuiteTurn turn, Answered answered, bool isTimed)
    {
        var answer = answered.Turn.Answer;
        var given = new Given
        {
            Question = answered.Turn.Question == turn.Text ? null : answered.Turn.Question,
            Status = AnswerStatuses.Of(answer),
            StatusReason = answer.StatusReason,
            Text = answer.Text,
            Citations = [.. answer.Citations.Select(Citation)],
            Ranked = answered.Ranked,
            Sentences = answer.Reply == Reply.Answered ? AnswerSentences.Judge(answer) : [],
            ElapsedMs = isTimed ? Math.Round(answer.Elapsed.TotalMilliseconds, 3) : null,
            InputTokens = answer.Usage?.PromptTokens,
            OutputTokens = answer.Usage?.AnswerTokens,
            Cost = (double?)answer.Usage?.Cost,
        };
        return given with { Failures = [.. Expectations.Missed(turn.Expected, given)] };
    }

    private static GivenCitation Citation(Citation citation)
    {
        var (source, span) = (citation.Quote.Source, citation.Quote.Span);
        return new GivenCitation(
            citation.Number, citation.Quote.Text, source.Id, source.Title, source.Provenance.Outlet, source.Provenance.Published?.ToString("yyyy-MM-dd"),
            span.Start, span.End, citation.Speaker, ClaimWords.Of(citation.Stance), citation.Cue, IsExact: false);
    }
}
