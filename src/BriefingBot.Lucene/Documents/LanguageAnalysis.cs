using Lucene.Net.Analysis;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using LowerCaseFilter = Lucene.Net.Analysis.Core.LowerCaseFilter;

namespace BriefingBot.Lucene.Documents;

/// <summary>
/// How words are analysed beside Core's terms, by the language of their article. Core's terms are English stems, pairs of Han, kana and Hangul, and
/// what it knows of Ukrainian and Russian; they are indexed whatever the language, since the reranker matches them.
/// </summary>
internal sealed class LanguageAnalysis
{
    private static readonly HashSet<string> CoreLanguages = new(StringComparer.Ordinal) { "en", "ko", "zh", "ja", "uk" };

    private static readonly Dictionary<string, LanguageAnalysis> Own = new(StringComparer.Ordinal)
    {
        ["de"] = new("de", new GermanAnalyzer(LuceneVersion.LUCENE_48)),
        ["fr"] = new("fr", new FrenchAnalyzer(LuceneVersion.LUCENE_48)),
        ["es"] = new("es", new SpanishAnalyzer(LuceneVersion.LUCENE_48)),
        ["ru"] = new("ru", new RussianAnalyzer(LuceneVersion.LUCENE_48)),
    };

    private static readonly LanguageAnalysis Folding = new("folded", Analyzer.NewAnonymous((_, reader) =>
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(LuceneVersion.LUCENE_48, words)));
    }));

    private LanguageAnalysis(string name, Analyzer analyzer) => (Name, Analyzer) = (name, analyzer);

    /// <summary>What the names of its fields end in.</summary>
    public string Name { get; }

    /// <summary>Thread-safe.</summary>
    public Analyzer Analyzer { get; }

    /// <param name="language">ISO 639-1; null if it is not known.</param>
    /// <returns>Null where Core's terms are all there is.</returns>
    public static LanguageAnalysis? Of(string? language) =>
        language is null || CoreLanguages.Contains(language) ? null : Own.GetValueOrDefault(language, Folding);

    /// <summary>The term a word is indexed as; null if it is none.</summary>
    public string? TermOf(string word)
    {
        using var tokens = Analyzer.GetTokenStream("", word);
        var text = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        var term = tokens.IncrementToken() ? text.ToString() : null;
        tokens.End();
        return term;
    }
}
