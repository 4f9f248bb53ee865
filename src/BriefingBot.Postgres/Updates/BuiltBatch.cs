using BriefingBot.Retrieval;
using BriefingBot.Retrieval.Updates;

namespace BriefingBot.Postgres.Updates;

/// <summary>The articles of a batch as rows, ready to be sent.</summary>
/// <param name="Articles">In the format of COPY.</param>
/// <param name="Slots">Their titles and passages, in the format of COPY.</param>
/// <param name="Terms">What they add to each term.</param>
/// <param name="Added">What they add to the corpus.</param>
internal sealed record BuiltBatch(
    ReadOnlyMemory<byte> Articles, ReadOnlyMemory<byte> Slots, IReadOnlyDictionary<string, TermsOfBatch> Terms, Totals Added)
{
    public const string CopyArticles = """
        COPY briefingbot.article (corpus, number, file, id, hash, published, title, outlet, author, url, language, collection, outlet_key, language_key,
          collection_key, parts, digest, body, passages, title_terms, passage_terms) FROM STDIN (FORMAT binary)
        """;

    public const string CopySlots = """
        COPY briefingbot.passage (corpus, article, slot, span_start, span_end, terms, article_terms, published, outlet_key, language_key,
          collection_key, lexemes) FROM STDIN (FORMAT binary)
        """;

    private const short ArticleFields = 21;
    private const short SlotFields = 12;

    public static BuiltBatch Of(int corpus, IReadOnlyList<NumberedArticle> articles)
    {
        var (articleRows, slotRows) = (new CopyWriter(), new CopyWriter());
        var reader = new SlotReader();
        var added = default(Totals);
        foreach (var numbered in articles)
        {
            var slots = reader.Read(numbered.Article);
            var totals = new Totals(1, slots.Count - 1, slots[0].Terms, slots.Skip(1).Sum(slot => slot.Terms));
            WriteArticle(articleRows, corpus, numbered, totals);
            for (var slot = 0; slot < slots.Count; slot++)
                WriteSlot(slotRows, corpus, numbered, slot, slots[slot], totals);
            added += totals;
        }

        return new BuiltBatch(articleRows.Finish(), slotRows.Finish(), reader.Terms, added);
    }

    private static void WriteArticle(CopyWriter rows, int corpus, NumberedArticle numbered, Totals totals)
    {
        var (number, file, article, digest) = numbered;
        var (outlet, author, url, published, language, hash, collection) = article.Provenance;
        rows.Row(ArticleFields);
        rows.Field(corpus);
        rows.Field(number);
        rows.Field(file);
        rows.Field(article.Id);
        rows.Field(hash);
        rows.Field(published);
        foreach (var text in (string?[])[article.Title, outlet, author, url, language, collection, Key(outlet), Key(language), Key(collection)])
            rows.Field(text);
        rows.Field((int[])[.. article.Parts.SelectMany(part => (int[])[part.Span.Start, part.Span.End, (int)part.Kind])]);
        rows.Field((ReadOnlySpan<byte>)digest);
        rows.Field(article.Text);
        rows.Field(totals.Passages);
        rows.Field((int)totals.TitleTerms);
        rows.Field((int)totals.PassageTerms);
    }

    private static void WriteSlot(CopyWriter rows, int corpus, NumberedArticle article, int number, Slot slot, Totals totals)
    {
        rows.Row(SlotFields);
        rows.Field(corpus);
        rows.Field(article.Number);
        rows.Field(number);
        rows.Field(slot.Span?.Start ?? 0);
        rows.Field(slot.Span?.End ?? 0);
        rows.Field(slot.Terms);
        rows.Field((int)(totals.TitleTerms + totals.PassageTerms));
        var provenance = article.Article.Provenance;
        rows.Field(provenance.Published);
        foreach (var name in (string?[])[provenance.Outlet, provenance.Language, provenance.Collection])
            rows.Field(Key(name));
        rows.Field((ReadOnlySpan<byte>)slot.Lexemes);
    }

    private static string? Key(string? name) => name is null ? null : PassageFilter.KeyOf(name);
}

/// <summary>Sums over articles.</summary>
internal readonly record struct Totals(int Articles, int Passages, long TitleTerms, long PassageTerms)
{
    public static Totals operator +(Totals left, Totals right) => new(
        left.Articles + right.Articles, left.Passages + right.Passages, left.TitleTerms + right.TitleTerms, left.PassageTerms + right.PassageTerms);

    public static Totals operator -(Totals left, Totals right) => new(
        left.Articles - right.Articles, left.Passages - right.Passages, left.TitleTerms - right.TitleTerms, left.PassageTerms - right.PassageTerms);
}
