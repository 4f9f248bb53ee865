namespace BriefingBot.Retrieval;

/// <summary>A question as the reranker looks for it in texts: numbered terms with their weights.</summary>
internal sealed class QueryModel
{
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
    }

    public Question Question { get; }

    public TermMatcher Matcher { get; } = new();

    /// <summary>Of the question's terms, which have the first numbers: their own weight times their idf.</summary>
    public double[] Weights { get; }

    public double TotalWeight { get; }

    public IReadOnlyList<NameModel> Names { get; }

    public int[] Numbers { get; }

    public IReadOnlyList<int[]> Phrases { get; }

    public double Weight(int term) => term < Weights.Length ? Weights[term] : 0;

    private int[] Number(IReadOnlyList<string> terms) => [.. terms.Select(Matcher.Add)];
}

internal sealed record NameModel(QuestionName Name, IReadOnlyList<FormModel> Forms);

internal sealed record FormModel(int[] Terms, double Weight);
