using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Retrieval;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace BriefingBot.Lucene.Documents;

/// <summary>Makes the documents of articles, one block after the other; keeps its streams in between.</summary>
internal sealed class ArticleBlock : IDisposable
{
    // Lengths are read from the doc values: norms would round them. Positions are not asked for.
    private static readonly FieldType Frequencies = Frozen(IndexOptions.DOCS_AND_FREQS);
    private static readonly FieldType Occurrences = Frozen(IndexOptions.DOCS_ONLY);

    private readonly TermStream _number = new();
    private readonly TermStream _terms = new();
    private readonly TermStream _names = new();

    public static string KeyOf(long article) => article.ToString(CultureInfo.InvariantCulture);

    /// <summary>Enumerated once, by the writer, which takes each document before the next is made.</summary>
    public IEnumerable<Document> Of(AnalysedArticle analysed)
    {
        string[] key = [KeyOf(analysed.Number)];
        var analysis = LanguageAnalysis.Of(analysed.Article.Provenance.Language);
        yield return Title(analysed, key, analysis);
        foreach (var passage in analysed.Passages)
            yield return Passage(analysed.Article, passage, key, analysis);
    }

    public void Dispose()
    {
        _number.Dispose();
        _terms.Dispose();
        _names.Dispose();
    }

    private Document Title(AnalysedArticle analysed, string[] key, LanguageAnalysis? analysis)
    {
        var article = analysed.Article;
        var document = Common(FieldNames.Title, article.Title, analysed.TitleTerms, key, analysis);
        document.Add(new NumericDocValuesField(FieldNames.Span, 0));
        document.Add(new NumericDocValuesField(FieldNames.Number, analysed.Number));
        document.Add(new NumericDocValuesField(FieldNames.Day, article.Provenance.Published?.DayNumber ?? 0));
        document.Add(new Field(FieldNames.Name, _names.Of(analysed.Names), Occurrences));
        AddFacet(document, FieldNames.Outlet, article.Provenance.Outlet);
        AddFacet(document, FieldNames.Language, article.Provenance.Language);
        AddFacet(document, FieldNames.Collection, article.Provenance.Collection);
        return document;
    }

    private Document Passage(Article article, AnalysedPassage passage, string[] key, LanguageAnalysis? analysis)
    {
        var (span, terms) = passage;
        var document = Common(FieldNames.Body, analysis is null ? "" : article.Text[span.Start..span.End], terms, key, analysis);
        document.Add(new NumericDocValuesField(FieldNames.Span, ((long)span.Start << 32) | (uint)span.Length));
        return document;
    }

    private Document Common(string field, string text, IReadOnlyList<string> terms, string[] key, LanguageAnalysis? analysis)
    {
        Document document =
        [
            new Field(FieldNames.Article, _number.Of(key), Occurrences),
            new Field(field, _terms.Of(terms), Frequencies),
            new NumericDocValuesField(FieldNames.Terms, terms.Count),
        ];
        if (analysis is not null)
            document.Add(new Field(FieldNames.In(field, analysis.Name), analysis.Analyzer.GetTokenStream(field, text), Frequencies));
        return document;
    }

    private static void AddFacet(Document document, string field, string? name)
    {
        if (name is not null)
            document.Add(new SortedDocValuesField(field, new BytesRef(PassageFilter.KeyOf(name))));
    }

    private static FieldType Frozen(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
