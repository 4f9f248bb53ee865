using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Retrieval.Updates;

namespace BriefingBot.Lucene.Documents;

/// <summary>An article split into passages and terms.</summary>
/// <param name="Number">The article's own.</param>
/// <param name="Article">As stored.</param>
/// <param name="TitleTerms">In order, without stop words.</param>
/// <param name="Passages">In order.</param>
/// <param name="Names">Those of two and of three words, each once.</param>
internal sealed record AnalysedArticle(
    long Number, Article Article, IReadOnlyList<string> TitleTerms, IReadOnlyList<AnalysedPassage> Passages, IReadOnlyList<string> Names)
{
    public static AnalysedArticle Of(NumberedArticle numbered)
    {
        var article = numbered.Article;
        var names = new WrittenNames();
        List<Token> tokens = [];
        return new AnalysedArticle(
            numbered.Number,
            article,
            Terms(article.Title, new TextSpan(0, article.Title.Length), tokens, names),
            [.. PassageSplitter.Split(article).Select(span => new AnalysedPassage(span, Terms(article.Text, span, tokens, names)))],
            names.ToList());
    }

    private static string[] Terms(string text, TextSpan span, List<Token> tokens, WrittenNames names)
    {
        tokens.Clear();
        TermAnalyzer.Analyze(text, span, tokens);
        names.Add(text, tokens);
        return [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term)];
    }
}

/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Terms">In order, without stop words.</param>
internal sealed record AnalysedPassage(TextSpan Span, IReadOnlyList<string> Terms);
