using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Writes answers from the articles' own words, without a model.</summary>
public static class ExtractiveWriter
{
    public const string Model = "extractive";
    private const int MostNearest = 3;

    /// <summary>A sentence for each statement that is quoted.</summary>
    internal static IEnumerable<SentenceWritten> Write(Briefing briefing)
    {
        var before = DirectLine.Lead(briefing.Evidence, briefing.Findings);
        var isOfWords = briefing.Evidence.Claim.Question.Kind == QuestionKind.Statement;
        List<Citation> citations = [];
        foreach (var (statement, i) in briefing.Findings.Quoted.Select((statement, i) => (statement, i)))
        {
            var citation = Cite(statement, i + 1);
            citations.Add(citation);
            yield return new SentenceWritten($"{before}{(isOfWords ? Day(statement.Statement.Date) : "")}{Segment(citation)}", [citation]);
            before = " ";
        }

        foreach (var footnote in Footnotes.Of(briefing.Evidence, citations))
        {
            yield return footnote;
        }
    }

    private static string Day(DateOnly? date) => date is { } day ? $"{day:yyyy-MM-dd}: " : "";

    /// <summary>The answer whose text is the sentences.</summary>
    internal static Answer Compose(Briefing briefing, IReadOnlyList<SentenceWritten> sentences)
    {
        var (evidence, found, findings) = (briefing.Evidence, briefing.Found, briefing.Findings);
        List<Citation> citations = [.. sentences.SelectMany(sentence => sentence.Citations)];
        var history = StatusHistory.Of(evidence, findings.Counted, findings.Verdict.Status);
        return new Answer(
            evidence.Claim.Question.Text,
            Reply.Answered,
            findings.Verdict.Status,
            findings.Verdict.Reason,
            string.Concat(sentences.Select(sentence => sentence.Text)),
            briefing.AsOf,
            citations,
            [.. history.Select(change => new HistoryEntry(change.Date, change.Status, Known(citations, change.Cause)))],
            found.Searched,
            [],
            Model,
            TimeSpan.Zero)
        {
            Verification = VerificationReport.OfQuotes(citations.Count),
        };
    }

    internal static Answer NotInCorpus(Question question, Retrieved found)
    {
        var nearest = found.Articles.Select(ranked => ranked.Article.Title.Length > 0 ? ranked.Article.Title : ranked.Article.Id).Take(MostNearest).ToList();
        var phrases = Phrases.Of(question);
        var missing = found.Answerability.Missing.Count == 0 ? "" : phrases.Format("missing", string.Join(", ", found.Answerability.Missing.Select(name => $"“{name}”")));
        var text = phrases.Format("not-in-corpus", found.Searched.Articles, Dates(phrases, found.Searched)) + missing;
        return new Answer(question.Text, Reply.NotInCorpus, null, "nothing in the corpus takes a stance", text, null, [], [], found.Searched, nearest, Model, TimeSpan.Zero);
    }

    private static string Dates(Phrases phrases, CorpusExtent searched) =>
        searched is { From: { } from, To: { } to } ? phrases.Format("dates", from, to) : "";

    private static Citation Known(List<Citation> citations, StatementStance statement) =>
        citations.Find(citation => citation.Quote.Source.Id == statement.Statement.Source.Id && citation.Quote.Span.Overlaps(statement.Statement.Span)) ?? Cite(statement, 0);

    internal static Citation Cite(StatementStance statement, int number)
    {
        var source = statement.Statement.Source;
        var cue = statement.Cue ?? statement.Statement.Speaker?.Cue;
        return new Citation(number, new Quote(source, Quotation.WithoutLoneMarks(source.Text, statement.Statement.Span)), statement.Statement.Speaker?.Name, statement.Stance, cue is { } span ? source.Text[span.Start..span.End] : null);
    }

    /// <summary>The words in quotation marks, unless they begin with one of their own.</summary>
    public static string Marked(string words) => words[0] is '“' or '"' or '«' or '„' ? words : $"“{words}”";

    // A sentence that names its speaker speaks for itself; one that does not is given its speaker, or its outlet.
    internal static string Segment(Citation citation)
    {
        var outlet = citation.Quote.Source.Provenance.Outlet;
        var who = citation.Speaker is { } speaker && !citation.Quote.Text.Contains(speaker.Split(' ')[^1], StringComparison.Ordinal) ? speaker : citation.Speaker is null ? outlet : null;
        return who is null ? $"{Marked(citation.Quote.Text)} [{citation.Number}]" : $"{who}: {Marked(citation.Quote.Text)} [{citation.Number}]";
    }
}
