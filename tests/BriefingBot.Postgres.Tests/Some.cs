using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Postgres.Tests;

internal static class Some
{
    private static readonly string[] Words =
        "harbour minister bridge flood council vote strike ferry budget inquiry storm border treaty drought senate mayor convoy ceasefire radar embassy".Split(' ');

    /// <summary>Many commits in a small corpus.</summary>
    public static UpdateOptions SmallBatches { get; } = new() { BatchInChars = 8_000 };

    public static string Text(int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, 12).Select(_ => Sentence(random)));
    }

    public static object Line(int seed) => new
    {
        id = $"a{seed}",
        title = $"Report {Words[seed % Words.Length]} number{seed}",
        text = string.Join("\n\n", Enumerable.Range(0, 1 + (seed % 3)).Select(part => Text((seed * 10) + part))),
        published = new DateOnly(2024, 1, 1).AddDays(seed % 300).ToString("O"),
    };

    /// <summary>Looks for words as a question would.</summary>
    public static CandidateQuery Query(params IEnumerable<string> words) => new([.. words.Select(Term)], Most: 50);

    /// <summary>The ids of the articles found, best first, each once.</summary>
    public static IReadOnlyList<string> Found(IPassageIndex index, params IEnumerable<string> words) =>
        [.. index.Search(Query(words)).Hits.Select(hit => index.Read(hit.Article).Id).Distinct()];

    private static QueryTerm Term(string word)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(word, new TextSpan(0, word.Length), tokens);
        return new QueryTerm(tokens[0].Term, 1);
    }

    private static string Sentence(Random random) =>
        "The " + string.Join(' ', Enumerable.Range(0, 9).Select(_ => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 2))])) + $" number{random.Next(400)}.";
}
