using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Tells where the information in statements first comes from: copies and relays of one origin count once.</summary>
internal sealed class Origins
{
    // A wire copy is cut and given a new headline, so the smaller text is held against the larger.
    private const double LeastContainment = 0.4;

    private static readonly FrozenSet<string> Bodies = WordList.Lines("Claims.Data.bodies.txt").Select(Sayings.Stem).ToFrozenSet();
    private static readonly string[] Links = [" of ", " in ", " for ", " at ", " on ", " with ", ", "];

    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _speaksFor = new(StringComparer.Ordinal);

    /// <param name="articles">All that take part; among them copies are found.</param>
    /// <param name="statements">All of theirs; among their speakers those who speak for others are found.</param>
    public Origins(IReadOnlyList<Article> articles, IEnumerable<Statement> statements)
    {
        FindCopies(articles);
        foreach (var article in statements.Where(statement => statement.Speaker is { IsNamed: true }).GroupBy(statement => statement.Source))
        {
            FindSpokespeople(article.Key, [.. article.Select(statement => statement.Speaker!)]);
        }
    }

    // "Marta Quill, secretary of the union" and "their union" are one origin, if the article has both speak.
    private void FindSpokespeople(Article article, List<Speaker> speakers)
    {
        var keys = speakers.Select(speaker => LastName(speaker.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var speaker in speakers.DistinctBy(speaker => speaker.Name))
        {
            var own = LastName(speaker.Name);
            var office = SpeakerMatch.Office(article, speaker.Name);
            if (office.FirstOrDefault(term => term != own && Bodies.Contains(term) && keys.Contains(term)) is { } body && Root(body) != own)
            {
                _speaksFor.TryAdd(own, body);
            }
        }
    }

    private string Root(string key)
    {
        while (_speaksFor.TryGetValue(key, out var body))
        {
            key = body;
        }

        return key;
    }

    private void FindCopies(IReadOnlyList<Article> articles)
    {
        List<(string Id, Shingles Shingles)> seen = [];
        foreach (var article in articles.DistinctBy(article => article.Id).OrderBy(article => article.Provenance.Published ?? DateOnly.MaxValue).ThenBy(article => article.Id, StringComparer.Ordinal))
        {
            var shingles = new Shingles(article.Text);
            var copied = seen.FirstOrDefault(other => other.Shingles.Containment(shingles) >= LeastContainment).Id;
            _first[article.Id] = copied ?? article.Id;
            if (copied is null)
            {
                seen.Add((article.Id, shingles));
            }
        }
    }

    /// <summary>The same for all statements of one origin: a named speaker wherever it is quoted, else the article and its copies.</summary>
    public string Of(Statement statement) =>
        statement.Speaker is { IsNamed: true } speaker ? Root(LastName(speaker.Name)) : "article " + _first[statement.Source.Id];

    // "Austin" for Lloyd Austin, "agency" for South Korea's spy agency, the agency, and the spy agency in Seoul.
    private static string LastName(string name)
    {
        var head = name;
        foreach (var link in Links)
        {
            var at = head.IndexOf(link, StringComparison.Ordinal);
            head = at > 0 ? head[..at] : head;
        }

        List<Token> tokens = [];
        TermAnalyzer.Analyze(head, new TextSpan(0, head.Length), tokens);
        return tokens.FindLast(token => !token.IsStopWord).Term ?? name;
    }
}
