using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Tells where the information in statements first comes from: copies and relays of one origin count once.</summary>
internal sealed class Origins
{
    // A wire copy is cut and given a new headline, so the smaller text is held against the larger.
    private const double LeastContainment = 0.4;

    private static readonly string[] Links = [" of ", " in ", " for ", " at ", " on ", " with ", ", "];

    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _speaksFor = new(StringComparer.Ordinal);

    /// <param name="articles">All that take part; among them copies are found.</param>
    /// <param name="statements">All of theirs; among their speakers those who speak for others are found.</param>
    public Origins(IReadOnlyList<Article> articles, IEnumerable<Statement> statements)
    {
        FindCopies(articles);
        var named = statements.Where(statement => statement.Speaker is { IsNamed: true }).ToList();
        foreach (var article in named.GroupBy(statement => statement.Source))
        {
            FindBodies(article.Key, [.. article.Select(statement => statement.Speaker!.Name).Distinct(StringComparer.Ordinal)]);
        }

        FindSpokespeople(articles, [.. named.Select(statement => statement.Speaker!.Name).Distinct(StringComparer.Ordinal)]);
    }

    // "Pell Marrow, the bank's chief executive": in an article where Tidewater Bank speaks too, that is the bank.
    private void FindBodies(Article article, List<string> speakers)
    {
        foreach (var speaker in speakers)
        {
            foreach (var office in SpeakerMatch.Offices(article, speaker))
            {
                var body = speakers.Find(other => other != speaker && SpeakerWords.Kind(other.Split(' ')[^1].ToLowerInvariant()) == SpeakerWord.Organisation && office.Contains(LastName(other)));
                if (body is not null && Root(LastName(body)) is var root && root != Root(LastName(speaker)))
                {
                    _speaksFor[Root(LastName(speaker))] = root;
                }
            }
        }
    }

    // "Marta Quill, secretary of the Inland Dockers' Union", "their union" and "the Inland Dockers" are one origin.
    private void FindSpokespeople(IReadOnlyList<Article> articles, List<string> speakers)
    {
        var terms = speakers.ConvertAll(SpeakerMatch.Terms);
        foreach (var (speaker, i) in speakers.Select((speaker, i) => (speaker, i)))
        {
            var own = LastName(speaker);
            foreach (var office in articles.SelectMany(article => SpeakerMatch.Offices(article, speaker)).Append(terms[i]))
            {
                for (var other = 0; other < speakers.Count; other++)
                {
                    if (other != i && terms[other].Count > 0 && terms[other].IsSubsetOf(office) && Root(LastName(speakers[other])) is var body && body != Root(own))
                    {
                        _speaksFor[Root(own)] = body;
                    }
                }
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
