using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

internal static class Some
{
    private static readonly string[] Words =
        "harbour minister bridge flood council vote strike ferry budget inquiry storm border treaty drought senate mayor convoy ceasefire radar embassy".Split(' ');

    /// <summary>Many commits in a small corpus.</summary>
    public static UpdateOptions SmallBatches { get; } = new() { BatchInChars = 8_000 };

    /// <summary>As the program's command to index does it.</summary>
    public static UpdateOptions Repair { get; } = SmallBatches with { ChecksIndex = true };

    public static string Text(int seed, int sentences = 12)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence(random)));
    }

    public static object Line(int seed) => new { id = $"a{seed}", title = $"Report {Words[seed % Words.Length]} number{seed}", text = Text(seed) };

    /// <summary>Looks for words as a question would.</summary>
    public static CandidateQuery Query(params IEnumerable<string> words) =>
        new([.. words.SelectMany(Terms).DistinctBy(term => term.Text)], Most: 50);

    /// <summary>The ids of the articles found, best first, each once.</summary>
    public static IReadOnlyList<string> Found(IPassageIndex index, CandidateQuery query) =>
        [.. index.Search(query).Hits.Select(hit => index.Read(hit.Article).Id).Distinct()];

    public static IReadOnlyList<string> Found(IPassageIndex index, params IEnumerable<string> words) => Found(index, Query(words));

    /// <summary>All that a reader can see of an index, whatever order its articles came in.</summary>
    public static string State(IPassageIndex index)
    {
        var listed = index.List(ListQuery.All).Articles.Select(article => article.ToString()).Order(StringComparer.Ordinal);
        var found = Words.Append("number7").Select(word => index.Search(Query(word, "report") with { Most = 10_000 })).Select(candidates =>
            string.Join(',', candidates.PassageFrequency) + " "
            + string.Join(' ', candidates.Hits.Select(hit => $"{index.Read(hit.Article).Id}{hit.Span}").Order(StringComparer.Ordinal)));
        var texts = index.Search(Query("report") with { Most = 10_000 }).Hits.Select(hit => index.Read(hit.Article))
            .Select(article => $"{article.Provenance} {article.Text}").Order(StringComparer.Ordinal);
        return string.Join('\n', [index.Extent.ToString(), .. listed, .. found, .. texts]);
    }

    private static IEnumerable<QueryTerm> Terms(string word)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(word, new TextSpan(0, word.Length), tokens);
        return tokens.Where(token => !token.IsStopWord).Select(token => new QueryTerm(token.Term, 1, word[token.Span.Start..token.Span.End]));
    }

    private static string Sentence(Random random) =>
        "The " + string.Join(' ', Enumerable.Range(0, 9).Select(_ => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 2))])) + $" number{random.Next(400)}.";
}
