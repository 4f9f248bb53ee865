using System.Text;
using BriefingBot.Answers;
using BriefingBot.Channels.Links;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Markdown;

/// <summary>
/// One answer as Markdown, piece by piece as it is written: the status in words, the answer with its markers as links, then who is quoted. All pieces in a row are the whole.
/// No link but that of a citation, no image; everything else is escaped.
/// </summary>
/// <param name="typed">The question as typed, to show where it was understood otherwise; null not to.</param>
/// <param name="link">Where a marker leads; null for nowhere.</param>
internal sealed class AnswerMarkdown(string? typed, Func<Citation, string?> link)
{
    private readonly Dictionary<int, Citation> _cited = [];
    private readonly StringBuilder _said = new();
    private bool _endsParagraph;

    public string Piece(AnswerEvent written) => written switch
    {
        StatusDecided decided => Status(decided),
        SentenceWritten sentence => Sentence(sentence),
        AnswerFinished finished => Rest(finished.Answer),
        _ => throw new InvalidOperationException("There is no other event."),
    };

    /// <summary>The status as a word for readers.</summary>
    public static string WordOf(ClaimStatus? status) => status is { } known ? ClaimWords.Of(known).ToUpperInvariant() : "NOT IN THE CORPUS";

    private string Status(StatusDecided decided)
    {
        var understood = typed is not null && !typed.Trim().Equals(decided.Question, StringComparison.Ordinal) ? $"Understood as: *{MarkdownText.Of(decided.Question)}*\n\n" : "";
        return $"**{WordOf(decided.Status)}**: {MarkdownText.Of(decided.Reason)}\n\n{understood}";
    }

    private string Sentence(SentenceWritten sentence)
    {
        foreach (var citation in sentence.Citations)
            _cited.TryAdd(citation.Number, citation);
        var written = new StringBuilder();
        var from = 0;
        foreach (var marker in CitationMarkers.In(sentence.Text, _cited.Values))
        {
            var citation = _cited[int.Parse(marker.Groups[1].ValueSpan)];
            var before = sentence.Text[from..marker.Index];
            Say(written, before, isNew: from == 0);
            written.Append(before.EndsWith(' ') && _said.Length > 0 ? " " : "").Append(Link($"\\[{citation.Number}\\]", link(citation)));
            _said.Append(marker.Value);
            _endsParagraph = before.Contains(citation.Quote.Text, StringComparison.Ordinal) || (_endsParagraph && before.Length <= 1);
            from = marker.Index + marker.Length;
        }

        Say(written, sentence.Text[from..], isNew: from == 0);
        return written.ToString();
    }

    // A whole quote ends its paragraph: a row of quotes reads badly as one.
    private void Say(StringBuilder written, string words, bool isNew)
    {
        var escaped = MarkdownText.Of(words);
        if (_said.Length == 0)
            written.Append(MarkdownText.AtStart(escaped));
        else if (_endsParagraph && (isNew || escaped.Length > 0))
            written.Append("\n\n").Append(MarkdownText.AtStart(escaped));
        else
            written.Append(escaped.Length > 0 && char.IsWhiteSpace(words[0]) ? " " : "").Append(escaped);
        if (isNew || escaped.Length > 0)
            _endsParagraph = false;
        _said.Append(words);
    }

    private string Rest(Answer answer)
    {
        var rest = new StringBuilder("\n\n");
        if (answer.Citations.Count > 0)
            rest.Append("**Sources**\n\n");
        foreach (var citation in answer.Citations)
            rest.Append(citation.Number).Append(". ").Append(Quoted(citation)).Append('\n');
        if (answer.Citations.Count > 0)
            rest.Append('\n');
        if (answer.History.Count > 1)
            rest.Append("**History**: ").AppendJoin(", then ", answer.History.Select(entry => $"{ClaimWords.Of(entry.Status)} ({entry.Date:yyyy-MM-dd})")).Append("\n\n");
        if (answer.Nearest.Count > 0)
            rest.Append("Nearest articles: ").AppendJoin("; ", answer.Nearest.Select(MarkdownText.Of)).Append("\n\n");
        if (answer.Note is { } note)
            rest.Append(MarkdownText.Of(note)).Append("\n\n");
        return rest.Append(MarkdownText.Of(Searched(answer))).ToString();
    }

    private string Quoted(Citation citation)
    {
        var source = citation.Quote.Source;
        var quote = _said.ToString().Contains(citation.Quote.Text, StringComparison.Ordinal) ? null : MarkdownText.Of(ExtractiveWriter.Marked(citation.Quote.Text));
        var said = citation.Speaker is { } speaker ? MarkdownText.Of(citation.Cue is { } cue ? $"{speaker} ({ExtractiveWriter.Marked(cue.TrimEnd(':'))})" : speaker) : null;
        var title = MarkdownText.Of(source.Title.Length > 0 ? source.Title : source.Id);
        string?[] parts =
        [
            quote,
            said,
            (source.Provenance.Outlet ?? source.Provenance.Author) is { } by ? MarkdownText.Of(by) : null,
            source.Provenance.Published is { } day ? day.ToString("yyyy-MM-dd") : "date unknown",
            Link(title, ArticleLinks.ToSource(citation) ?? link(citation)),
        ];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    private static string Link(string text, string? address) => address is null ? text : $"[{text}]({MarkdownText.Destination(address)})";

    /// <summary>Where was looked, and how fresh the evidence is.</summary>
    public static string Searched(Answer answer)
    {
        var extent = answer.Searched;
        var dates = extent is { From: { } from, To: { } to } ? $", dated {from:yyyy-MM-dd} to {to:yyyy-MM-dd}" : ", none dated";
        return $"Searched {extent.Articles:N0} {(extent.Articles == 1 ? "article" : "articles")}{dates}.{Evidence(answer)}";
    }

    private static string Evidence(Answer answer)
    {
        if (answer.Reply == Reply.NotInCorpus)
            return "";
        var undated = answer.Citations.Count(citation => citation.Quote.Source.Provenance.Published is null);
        return answer.AsOf is { } day
            ? $" As of {day:yyyy-MM-dd}{(undated == 0 ? "" : $"; {undated} of {answer.Citations.Count} quotes {(undated == 1 ? "is" : "are")} undated")}."
            : " The evidence is undated.";
    }
}
