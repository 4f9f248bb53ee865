using BriefingBot.Articles;

namespace BriefingBot.Evaluation;

/// <summary>Compares every quote with the corpus itself, not with the index it was found in.</summary>
public static class Verbatim
{
    /// <param name="articles">The corpus, read anew; only what is cited is kept.</param>
    public static IReadOnlyList<CaseResult> Check(IReadOnlyList<CaseResult> cases, IEnumerable<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(articles);
        var cited = cases.SelectMany(result => result.Turns).SelectMany(turn => turn.Runs).SelectMany(run => run.Citations).Select(citation => citation.ArticleId).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var article in articles.Where(article => cited.Contains(article.Id)))
        {
            texts[article.Id] = article.Text;
        }

        Given Checked(Given run) => run with { Citations = [.. run.Citations.Select(citation => citation with { IsExact = IsExact(citation, texts) })] };
        return [.. cases.Select(result => result with { Turns = [.. result.Turns.Select(turn => turn with { Runs = [.. turn.Runs.Select(Checked)] })] })];
    }

    private static bool IsExact(GivenCitation citation, Dictionary<string, string> texts) =>
        texts.TryGetValue(citation.ArticleId, out var text) && citation.End <= text.Length && text.AsSpan(citation.Start, citation.End - citation.Start).SequenceEqual(citation.Quote);
}
