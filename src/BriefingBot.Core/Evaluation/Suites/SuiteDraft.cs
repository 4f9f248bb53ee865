using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Evaluation;

/// <summary>One who-said-what question, as drafted.</summary>
/// <param name="Ask">The question.</param>
/// <param name="Quote">What was said, word for word.</param>
/// <param name="Speaker">Who must be given for it.</param>
/// <param name="Source">Where it stands.</param>
public sealed record DraftedCase(string Ask, string Quote, string Speaker, string Source);

/// <summary>Drafts a suite from a corpus: each statement with a named speaker becomes a question who said it. A person has the last word.</summary>
public static class SuiteDraft
{
    // Shorter ones could be anybody's, and nobody asks for longer ones.
    private const int ShortestInChars = 30;
    private const int LongestInChars = 220;

    /// <param name="most">How many at most; an article's first statement goes before any other's second.</param>
    public static IReadOnlyList<DraftedCase> Cases(IEnumerable<Article> articles, int most)
    {
        var reader = new AttributionReader();
        return [.. articles.SelectMany(article => Cases(article, reader).Select((one, rank) => (one, rank)))
            .DistinctBy(pair => pair.one.Quote, StringComparer.Ordinal)
            .OrderBy(pair => pair.rank).Take(most).Select(pair => pair.one).OrderBy(one => one.Source, StringComparer.Ordinal)];
    }

    /// <param name="corpus">As the suite names it: relative to its own folder.</param>
    public static string Write(string corpus, IReadOnlyList<DraftedCase> cases) => SuiteWriter.Write(
        "Drafted from the corpus by briefingbot eval new. Read each case and mend it: the speaker, the quote, the question.", "Drafted", corpus,
        cases.Select(one => new WrittenCase([new SuiteTurn(TurnKind.Ask, one.Ask, null, null, new Expected { Quotes = [new ExpectedQuote(one.Quote, one.Speaker)], Sources = [one.Source] })], ["drafted"])));

    private static IEnumerable<DraftedCase> Cases(Article article, AttributionReader reader)
    {
        foreach (var attribution in reader.Read(article))
        {
            var content = attribution.Content[0];
            if (attribution is { SpeakerName: { } name, IsAnonymous: false } && content.Length is >= ShortestInChars and <= LongestInChars && article.IsEvidence(content))
            {
                var words = article.Text[content.Start..content.End];
                yield return new DraftedCase(Question(words, attribution.Kind), words, article.Text[name.Start..name.End], article.Id);
            }
        }
    }

    private static string Question(string words, AttributionKind kind)
    {
        var plain = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', '“', '”', '«', '»', '„', ',', '.', ' ');
        return kind == AttributionKind.Direct ? $"Who said “{plain}”?"
            : plain.StartsWith("that ", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("to ", StringComparison.OrdinalIgnoreCase) ? $"Who said {plain}?"
            : $"Who said that {plain}?";
    }
}
