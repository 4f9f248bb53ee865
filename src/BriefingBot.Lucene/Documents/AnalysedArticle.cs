using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Retrieval.Updates;

namespace BriefingBot.Lucene.Documents;

/// <summary>An article split into passages and terms.</summary>
/// <param name="Number">The article's own.</param>
/// <param name="Article">As stored.</param>
/// <param name="TitleTerms">In order, without stop words.</param>
/// <param name="Passages">In order.</param>
internal sealed record AnalysedArticle(long Number, Article Article, IReadOnlyList<string> TitleTerms, IReadOnlyList<AnalysedPassage> Passages)
{
    public static AnalysedArticle Of(NumberedArticle numbered)
    {
        var article = numbered.Article;
        List<Token> tokens = [];
        return new AnalysedArticle(
            numbered.Number,
            article,
            Terms(article.Title, new TextSpan(0, article.Title.Length), tokens),
            [.. PassageSplitter.Split(article).Select(span => new AnalysedPassage(span, Terms(article.Text, span, tokens)))]);
    }

    private static string[] Terms(string text, TextSpan span, List<Token> tokens)
    {
        tokens.Clear();
        TermAnalyzer.Analyze(text, span, tokens);
        return [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term)];
    }
}

/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Terms">In order, without stop words.</param>
internal sealed record AnalysedPassage(TextSpan Span, IReadOnlyList<string> Terms);
