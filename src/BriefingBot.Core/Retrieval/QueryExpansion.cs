namespace BriefingBot.Retrieval;

/// <summary>Other words for what a question names, searched for with less weight.</summary>
internal static class QueryExpansion
{
    private const double Weight = 0.5;

    // Each costs the index the reading of its postings.
    private const int MostTerms = 4;

    // Less sure forms find more of other things.
    private const double LeastFormWeight = 0.95;

    private const int MostTermsOfForm = 2;

    /// <summary>The names of several words, each in its sure forms.</summary>
    public static IEnumerable<string> Names(Question question) => question.Names
        .SelectMany(name => name.Forms)
        .Where(form => form.Weight >= LeastFormWeight && form.Terms.Count > 1)
        .Select(form => string.Join(' ', form.Terms))
        .Distinct();

    public static IEnumerable<QueryTerm> Of(Question question)
    {
        var own = question.Terms.Select(term => term.Text).ToHashSet();
        return question.Names
            .SelectMany(name => name.Forms.Skip(1))
            .Where(form => form.Weight >= LeastFormWeight && form.Terms.Count <= MostTermsOfForm)
            .SelectMany(form => form.Terms.Select(term => new QueryTerm(term, Weight * form.Weight / form.Terms.Count)))
            .Where(term => !own.Contains(term.Text))
            .DistinctBy(term => term.Text)
            .Take(MostTerms);
    }
}
