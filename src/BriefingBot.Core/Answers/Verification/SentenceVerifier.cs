using BriefingBot.Answers.Drafts;

namespace BriefingBot.Answers.Verification;

/// <summary>Holds a sentence of a draft to the passages it cites. Thread-safe.</summary>
internal sealed class SentenceVerifier(IReadOnlyList<PromptPassage> passages)
{
    private const int LongestInChars = 900;

    public Checked Check(DraftSentence sentence)
    {
        var text = WithoutVerdict(OutputText.Clean(sentence.Text));
        if (text.Length == 0 || text.Length > LongestInChars)
        {
            return new Fails("empty or too long", "it is empty or too long");
        }

        // Text between direction marks may be seen elsewhere than it stands, or not at all.
        if (OutputText.HasOverride(sentence.Text) || OutputText.IsActive(text))
        {
            return new Fails("links or markup", "it holds a link, an address or markup");
        }

        List<PromptPassage> cited = [.. sentence.Passages.Distinct().Select(number => passages.FirstOrDefault(passage => passage.Number == number)).OfType<PromptPassage>()];
        if (cited.Count == 0)
        {
            return new Fails("no passage cited", "it cites no passage that exists");
        }

        return QuotedText.Split(text) is not { } parts ? new Fails("an unmatched quotation mark", "a quotation mark has no partner") : Check(parts, cited);
    }

    private static Checked Check(List<TextPart> parts, List<PromptPassage> cited)
    {
        List<(string Text, LocatedQuote? Quote)> located = [];
        foreach (var part in parts)
        {
            var quote = part.IsQuoted ? QuoteLocator.Locate(part.Text, cited) : null;
            if (part.IsQuoted && quote is null)
            {
                return new Fails("a quote that its passages do not have", $"“{part.Text}” stands in none of the passages it cites");
            }

            // A comma inside the quotation marks is the sentence's, not the article's.
            located.Add((part.Text, quote));
            if (part.IsQuoted && part.Text.TrimEnd() is [.., (',' or '.' or ';' or '!' or '?') and var mark] && !quote!.Text.EndsWith(mark))
            {
                located.Add((mark is '!' or '?' ? "." : mark.ToString(), null));
            }
        }

        return Check(new DraftText(Punctuated(located)), cited);
    }

    private static Checked Check(DraftText draft, List<PromptPassage> cited)
    {
        if (draft.Text.EndsWith('?') || (draft.Prose.Find(word => !word.IsMark) is { Lower: { } first } && draft.Quotes.Count == 0 && DraftWords.IsAddress(first) && !DraftWords.IsStarter(first)))
        {
            return new Fails("no statement", "it is a question or a request, not a statement");
        }

        if (Alignment.Of(draft.Terms, draft.Names, draft.Quotes, cited) is not { } alignment)
        {
            return new Fails("nothing in its passages", "its passages say nothing of the kind");
        }

        if (NameRule.Fault(draft, alignment) is { } name)
        {
            return new Fails("a name that its passages do not have", $"{name} stands in none of the passages it cites");
        }

        if (NameRule.IsExchanged(draft, alignment))
        {
            return new Fails("a name in the place of another", "it gives what its passages say of one name to another");
        }

        if (NumberRule.Fault(draft, alignment) is { } number)
        {
            return new Fails("a number or date that its passages do not have", $"{number} is not what its passages say");
        }

        if (draft.Prose.Exists(word => DraftWords.IsPersonal(word.Lower)))
        {
            return new Fails("no statement", "outside quotation marks it says I, we or you");
        }

        if (SupportRule.Fault(draft, alignment) is { } words)
        {
            return new Fails("words that its passages do not bear out", $"its passages do not say: {words}");
        }

        return FirmnessRule.Judge(draft, alignment, out var source) switch
        {
            FirmnessVerdict.Contradicts => new Fails("not what its passages say", "it turns what its passages say around, or gives it to somebody else"),
            FirmnessVerdict.TooFirm => new TooFirm(source),
            _ => new Holds(Closed(draft.Text), alignment.Sentences, draft.Quotes.Exists(quote => quote.IsRepaired) ? "a quote put right" : null),
        };
    }

    // The first words of an answer are computed, never a model's.
    private static string WithoutVerdict(string text)
    {
        var end = text.StartsWith("Yes", StringComparison.Ordinal) ? 3 : text.StartsWith("No", StringComparison.Ordinal) ? 2 : 0;
        if (end == 0 || end >= text.Length || text[end] is not (',' or '.' or ':' or ';' or '!' or '–' or '—'))
        {
            return text;
        }

        var rest = text[(end + 1)..].TrimStart();
        return rest.Length == 0 ? "" : char.ToUpperInvariant(rest[0]) + rest[1..];
    }

    private static IEnumerable<(string Text, LocatedQuote? Quote)> Punctuated(List<(string Text, LocatedQuote? Quote)> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            // Not two marks in a row where the sentence brought its own.
            var isDouble = parts[i] is { Quote: null, Text: "," or "." or ";" } && i + 1 < parts.Count && parts[i + 1].Text.TrimStart() is [(',' or '.' or ';'), ..];
            if (!isDouble)
            {
                yield return parts[i];
            }
        }
    }

    private static string Closed(string text) => text[^1] is '.' or '!' or '…' || (text[^1] == '”' && text.Length > 1 && text[^2] is '.' or '!' or '?') ? text : $"{text}.";
}
