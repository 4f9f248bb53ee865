using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
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

    // JSON strings are YAML strings; letters of every script stay as they are.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="most">How many at most; an article's first statement goes before any other's second.</param>
    public static IReadOnlyList<DraftedCase> Cases(IEnumerable<Article> articles, int most)
    {
        var reader = new AttributionReader();
        return [.. articles.SelectMany(article => Cases(article, reader).Select((one, rank) => (one, rank)))
            .DistinctBy(pair => pair.one.Quote, StringComparer.Ordinal)
            .OrderBy(pair => pair.rank).Take(most).Select(pair => pair.one).OrderBy(one => one.Source, StringComparer.Ordinal)];
    }

    /// <param name="corpus">As the suite names it: relative to its own folder.</param>
    public static string Write(string corpus, IReadOnlyList<DraftedCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var yaml = new StringBuilder("# Drafted from the corpus by briefingbot eval new. Read each case and mend it: the speaker, the quote, the question.\n");
        yaml.Append("name: Drafted\n").Append("corpus: ").Append(Text(corpus)).Append("\ncases:\n");
        foreach (var one in cases)
        {
            yaml.Append("  - ask: ").Append(Text(one.Ask))
                .Append("\n    quotes:\n      - text: ").Append(Text(one.Quote))
                .Append("\n        speaker: ").Append(Text(one.Speaker))
                .Append("\n    sources: [").Append(Text(one.Source))
                .Append("]\n    tags: [drafted]\n");
        }

        return yaml.ToString();
    }

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

    private static string Text(string text) => JsonSerializer.Serialize(text, Quoting);
}
