using BriefingBot.Retrieval;

namespace BriefingBot.Sqlite.Tests;

internal static class Some
{
    private static readonly string[] Words =
        "harbour minister bridge flood council vote strike ferry budget inquiry storm border treaty drought senate mayor convoy ceasefire radar embassy".Split(' ');

    /// <summary>Many transactions and merges in a small corpus.</summary>
    public static UpdateOptions SmallBatches { get; } = new() { BatchInChars = 8_000 };

    public static string Text(int seed, int sentences = 12)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence(random)));
    }

    public static object Line(int seed) => new { id = $"a{seed}", title = $"Report {Words[seed % Words.Length]} number{seed}", text = Text(seed) };

    public static CandidateQuery Query(params IEnumerable<string> terms) => new([.. terms.Select(term => new QueryTerm(term, 1))], Most: 50);

    /// <summary>All that the readers of an index can see of it.</summary>
    public static string State(IPassageIndex index)
    {
        var listed = index.List(ListQuery.All).Articles.Select(article => article.ToString());
        var found = Words.Append("number7").Select(word => index.Search(Query(word, "report"))).Select(candidates =>
            string.Join(',', candidates.PassageFrequency) + " " + string.Join(' ', candidates.Hits.Select(hit => $"{index.Read(hit.Article).Id}{hit.Span}={hit.Score:R}")));
        var texts = index.Search(Query("report") with { Most = 10_000 }).Hits.Select(hit => index.Read(hit.Article)).Select(article => $"{article.Provenance} {article.Text}");
        return string.Join('\n', [index.Extent.ToString(), .. listed, .. found, .. texts]);
    }

    private static string Sentence(Random random) =>
        "The " + string.Join(' ', Enumerable.Range(0, 9).Select(_ => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 2))])) + $" number{random.Next(400)}.";
}
