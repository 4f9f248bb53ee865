using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Tells where the information in statements first comes from: copies and relays of one origin count once.</summary>
internal sealed class Origins
{
    private const int ShingleInWords = 5;

    // A wire copy is cut and given a new headline, so the smaller text is held against the larger.
    private const double LeastContainment = 0.4;

    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);

    /// <param name="articles">All that take part; among them copies are found.</param>
    public Origins(IEnumerable<Article> articles)
    {
        List<(string Id, HashSet<int> Shingles)> seen = [];
        foreach (var article in articles.DistinctBy(article => article.Id).OrderBy(article => article.Provenance.Published ?? DateOnly.MaxValue).ThenBy(article => article.Id, StringComparer.Ordinal))
        {
            var shingles = Shingles(article.Text);
            var copied = seen.FirstOrDefault(other => Containment(other.Shingles, shingles) >= LeastContainment).Id;
            _first[article.Id] = copied ?? article.Id;
            if (copied is null)
            {
                seen.Add((article.Id, shingles));
            }
        }
    }

    /// <summary>The same for all statements of one origin: a named speaker wherever it is quoted, else the article and its copies.</summary>
    public string Of(Statement statement) =>
        statement.Speaker is { IsNamed: true } speaker ? LastName(speaker.Name) : "article " + _first[statement.Source.Id];

    private static string LastName(string name)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(name, new TextSpan(0, name.Length), tokens);
        return tokens.FindLast(token => !token.IsStopWord && char.IsUpper(name[token.Span.Start])).Term
            ?? string.Join(' ', tokens.Where(token => !token.IsStopWord).Select(token => token.Term));
    }

    private static double Containment(HashSet<int> one, HashSet<int> other)
    {
        var (small, large) = one.Count < other.Count ? (one, other) : (other, one);
        return small.Count == 0 ? 0 : (double)small.Count(large.Contains) / small.Count;
    }

    private static HashSet<int> Shingles(string text)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, new TextSpan(0, text.Length), tokens);
        HashSet<int> shingles = [];
        for (var i = 0; i + ShingleInWords <= tokens.Count; i++)
        {
            var hash = new HashCode();
            for (var j = i; j < i + ShingleInWords; j++)
            {
                hash.Add(tokens[j].Term, StringComparer.Ordinal);
            }

            shingles.Add(hash.ToHashCode());
        }

        return shingles;
    }
}
