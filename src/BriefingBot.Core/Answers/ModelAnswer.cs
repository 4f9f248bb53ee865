using BriefingBot.Answers.Drafts;
using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>An answer as it grows, sentence by sentence. Nothing that it gave out is taken back.</summary>
internal sealed class ModelAnswer(Briefing briefing, IReadOnlyList<PromptPassage> passages)
{
    // With fewer of its sentences shown, a draft is too little of an answer.
    private const double LeastShown = 1.0 / 3;

    private readonly SentenceVerifier _verifier = new(passages);
    private readonly List<SentenceWritten> _written = [];
    private readonly List<Citation> _citations = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _reasons = [];
    private int _kept;
    private int _repaired;

    /// <summary>What did not hold, since it was last asked again.</summary>
    public List<(DraftSentence Sentence, Fails Fault)> Failed { get; } = [];

    public IReadOnlyList<SentenceWritten> Written => _written;

    public bool IsEmpty => _written.Count == 0;

    /// <returns>What a reader may see of it now; null if nothing.</returns>
    public SentenceWritten? Take(DraftSentence sentence)
    {
        switch (_verifier.Check(sentence))
        {
            case Holds held when _texts.Add(held.Text):
                _kept += held.Repair is null ? 1 : 0;
                _repaired += held.Repair is null ? 0 : 1;
                Note(held.Repair);
                return Write(held.Text, held.Evidence);
            case TooFirm firm when !IsCited(firm.Source.Statement.Statement):
                _repaired++;
                Note("firmer than its source: the source’s own words instead");
                return Quote(firm.Source.Statement);
            case Fails fault:
                Failed.Add((sentence, fault));
                return null;
            default:
                return null;
        }
    }

    /// <summary>The quotes that the answer lacks: all where it is too little, else those of a side that it leaves out.</summary>
    public IEnumerable<SentenceWritten> Complete()
    {
        var shown = _kept + _repaired;
        var isLittle = shown == 0 || shown < LeastShown * (shown + Failed.Count);
        foreach (var statement in briefing.Findings.Quoted)
        {
            if (!IsCited(statement.Statement) && (isLittle || !_citations.Exists(citation => citation.Stance == statement.Stance)))
            {
                yield return Quote(statement);
            }
        }

        foreach (var footnote in Footnotes.Of(briefing.Evidence, [.. _citations]))
        {
            yield return Add(footnote.Text.TrimStart(), footnote.Citations);
        }
    }

    public VerificationReport Report()
    {
        Failed.ForEach(fault => Note(fault.Fault.Reason));
        return new VerificationReport(_kept, _repaired, Failed.Count, [.. _reasons]);
    }

    private void Note(string? reason)
    {
        if (reason is not null && !_reasons.Contains(reason))
        {
            _reasons.Add(reason);
        }
    }

    private bool IsCited(Statement statement) =>
        _citations.Exists(citation => citation.Quote.Source.Id == statement.Source.Id && citation.Quote.Span.Overlaps(statement.Span));

    private SentenceWritten Quote(StatementStance statement)
    {
        var citation = ExtractiveWriter.Cite(statement, _citations.Count + 1);
        return Add(ExtractiveWriter.Segment(citation), [citation]);
    }

    private SentenceWritten Write(string text, IReadOnlyList<SourceSentence> evidence)
    {
        List<Citation> added = [];
        List<int> numbers = [];
        foreach (var statement in evidence.Select(sentence => sentence.Statement))
        {
            var known = _citations.Concat(added).FirstOrDefault(citation => citation.Quote.Source.Id == statement.Statement.Source.Id && citation.Quote.Span.Contains(Inner(statement)));
            if (known is null)
            {
                known = ExtractiveWriter.Cite(statement, _citations.Count + added.Count + 1);
                added.Add(known);
            }

            numbers.Add(known.Number);
        }

        return Add($"{text} {string.Join(' ', numbers.Distinct().Order().Select(number => $"[{number}]"))}", added);
    }

    private static TextSpan Inner(StatementStance statement) => Quotation.WithoutLoneMarks(statement.Statement.Source.Text, statement.Statement.Span);

    private SentenceWritten Add(string text, IReadOnlyList<Citation> citations)
    {
        var written = new SentenceWritten($"{(IsEmpty ? DirectLine.Lead(briefing.Evidence, briefing.Findings) : " ")}{text}", citations);
        _citations.AddRange(citations);
        _written.Add(written);
        return written;
    }
}
