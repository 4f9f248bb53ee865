using BriefingBot.Articles;

namespace BriefingBot.Evaluation;

/// <summary>One turn: what is expected and what was given, side by side, with the expected words marked in the quotes.</summary>
internal static class TurnView
{
    /// <param name="isAlone">Whether it is its case's only turn, whose question stands above it already.</param>
    public static Markup Of(TurnResult turn, bool isAlone) => Markup.Of($"""
        <div class="turn">
        {(isAlone && turn.Turn is { AsOf: null, Kind: TurnKind.Ask } ? Markup.None : Asked(turn.Turn))}
        <div class="sides">
        <div class="expected"><h3>Expected</h3>{Expected(turn.Turn.Expected)}</div>
        {turn.Runs.Select((run, i) => Markup.Of($"<div class=\"given\"><h3>{(turn.Runs.Count == 1 ? "Given" : $"Given, run {i + 1}")}</h3>{Given(turn.Turn.Expected, run)}</div>"))}
        </div>
        </div>
        """);

    private static Markup Asked(SuiteTurn turn) =>
        Markup.Of($"<p class=\"asked\">{(turn.Kind == TurnKind.Check ? "Claim: " : "")}{turn.Text}{(turn.AsOf is { } day ? $" (as of {day:yyyy-MM-dd})" : "")}</p>");

    private static Markup Expected(Expected expected)
    {
        List<(string Name, IEnumerable<Markup> Values)> rows =
        [
            ("Status", expected.Status is { } status ? [Status(status)] : expected.NotInCorpus == false ? [Markup.Of($"any, but answered")] : []),
            ("Quotes", expected.Quotes.Select(quote => Markup.Of($"“{quote.Text}”{(quote.Speaker is null ? "" : $" ({quote.Speaker})")}"))),
            ("One of the sources", Texts(expected.Sources)),
            ("Speakers", Texts(expected.Speakers)),
            ("Must say", Texts(expected.MustSay)),
            ("Must not say", Texts(expected.MustNotSay)),
        ];
        var stated = rows.Where(row => row.Values.Any()).ToList();
        return stated.Count == 0 ? Markup.Of($"<p>Nothing, but that it is answered without an error.</p>")
            : Markup.Of($"<dl>{stated.Select(row => Markup.Of($"<dt>{row.Name}</dt>{row.Values.Select(value => Markup.Of($"<dd>{value}</dd>"))}"))}</dl>");
    }

    private static IEnumerable<Markup> Texts(IEnumerable<string> texts) => texts.Select(text => Markup.Of($"{text}"));

    private static Markup Given(Expected expected, Given run) => run.Error is not null ? Markup.Of($"<p class=\"problem\">{run.Error}</p>") : Markup.Of($"""
        {run.Failures.Select(failure => Markup.Of($"<p class=\"problem\">{failure}</p>"))}
        {(run.Question is null ? Markup.None : Markup.Of($"<p class=\"note\">Understood as: {run.Question}</p>"))}
        <p>{Status(run.Status!.Value)} <span class="note">{run.StatusReason}</span></p>
        {(run.Citations.Count == 0 ? Markup.Of($"<p>{run.Text}</p>") : Markup.Of($"<p>{Lead(run)}</p><ol>{run.Citations.Select(citation => Citation(expected, citation))}</ol>"))}
        {(run.Sentences.All(sentence => sentence.IsSupported && !sentence.IsOverFirm) ? Markup.None : Markup.Of($"<ul>{run.Sentences.Where(sentence => !sentence.IsSupported || sentence.IsOverFirm).Select(Sentence)}</ul>"))}
        """);

    private static Markup Status(AnswerStatus status) => Markup.Of($"<span class=\"status {AnswerStatuses.Word(status)}\">{AnswerStatuses.Word(status)}</span>");

    private static Markup Sentence(GivenSentence sentence) =>
        Markup.Of($"<li class=\"problem\">{(sentence.IsSupported ? "firmer than its source" : "not in its quotes")}: {sentence.Text}</li>");

    // What the answer says before its first quote; the quotes follow as a list. A model's own words are shown whole.
    private static Markup Lead(Given run)
    {
        var first = run.Citations[0].Quote;
        var quoted = run.Text.IndexOf(first, StringComparison.Ordinal);
        var isExtract = quoted >= 0 && run.Citations.All(citation => run.Text.Contains(citation.Quote, StringComparison.Ordinal));
        return Markup.Of($"{(isExtract ? run.Text[..quoted].TrimEnd(' ', '“', ':') : run.Text)}");
    }

    private static Markup Citation(Expected expected, GivenCitation citation)
    {
        var source = string.Join(" · ", new[] { citation.Speaker is null ? null : $"{citation.Speaker}{(citation.Cue is null ? "" : $" ({citation.Cue})")}", citation.Outlet, citation.Published ?? "date unknown", citation.ArticleId }.Where(part => part is not null));
        return Markup.Of($"<li><q>{Marked(expected, citation.Quote)}</q> <cite>{source}</cite>{(citation.IsExact ? Markup.None : Markup.Of($" <span class=\"problem\">not the article's words</span>"))}</li>");
    }

    /// <summary>The quote, with the words that were expected of it marked.</summary>
    private static Markup Marked(Expected expected, string quote)
    {
        List<Markup> parts = [];
        var at = 0;
        foreach (var span in expected.Quotes.Select(wanted => Wording.Find(quote, wanted.Text)).OfType<TextSpan>().Order())
        {
            if (span.Start >= at)
            {
                parts.Add(Markup.Of($"{quote[at..span.Start]}<mark>{quote[span.Start..span.End]}</mark>"));
                at = span.End;
            }
        }

        return Markup.Of($"{Markup.Join(parts)}{quote[at..]}");
    }
}
