namespace BriefingBot.Retrieval;

/// <summary>A question as the reranker looks for it in texts: numbered terms with their weights.</summary>
internal sealed class QueryModel
{
    // Only other names of the very same: counting capitals and demonyms too ranked worse and answered what was not asked.
    private const double LeastEquivalentWeight = 0.95;

    public QueryModel(Question question, IReadOnlyList<double> idf)
    {
        Question = question;
        Weights = new double[question.Terms.Count];
        for (var i = 0; i < question.Terms.Count; i++)
        {
            Matcher.Add(question.Terms[i].Text);
            Weights[i] = question.Terms[i].Weight * idf[i];
        }

        TotalWeight = Weights.Sum();
        Names = [.. question.Names.Select(name => new NameModel(name, [.. name.Forms.Select(form => new FormModel(Number(form.Terms), form.Weight))]))];
        Numbers = Number(question.Numbers);
        Phrases = [.. question.Phrases.Select(Number)];
        Equivalents = [.. NameEquivalents()];
    }

    public Question Question { get; }

    public TermMatcher Matcher { get; } = new();

    /// <summary>Of the question's terms, which have the first numbers: their own weight times their idf.</summary>
    public double[] Weights { get; }

    public double TotalWeight { get; }

    public IReadOnlyList<NameModel> Names { get; }

    public int[] Numbers { get; }

    public IReadOnlyList<int[]> Phrases { get; }

    /// <summary>What counts as terms of the question though it is written otherwise.</summary>
    public IReadOnlyList<Equivalent> Equivalents { get; }

    private IEnumerable<Equivalent> NameEquivalents() =>
        from name in Names
        from form in name.Forms.Skip(1)
        where form.Weight >= LeastEquivalentWeight
        let meant = name.Forms[0].Terms.Where(term => term < Weights.Length && !form.Terms.Contains(term)).ToArray()
        where meant.Length > 0
        select new Equivalent(form.Terms, meant, name.Forms[0].Terms);

    private int[] Number(IReadOnlyList<string> terms) => [.. terms.Select(Matcher.Add)];
}

internal sealed record NameModel(QuestionName Name, IReadOnlyList<FormModel> Forms);

internal sealed record FormModel(int[] Terms, double Weight);

/// <param name="Terms">What stands in the text, one after another.</param>
/// <param name="Meant">The terms of the question it counts as.</param>
/// <param name="Own">The name as the question writes it; where that stands, nothing else needs to.</param>
internal sealed record Equivalent(int[] Terms, int[] Meant, int[] Own);
