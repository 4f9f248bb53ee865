using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>All statements of the retrieved articles, held against one claim.</summary>
internal sealed class Evidence
{
    private readonly Origins _origins;
    private readonly IReadOnlyList<Article> _articles;
    private readonly Dictionary<string, bool> _asked = new(StringComparer.Ordinal);

    private Evidence(Claim claim, IReadOnlyList<StatementStance> all, IReadOnlyList<Article> articles)
    {
        Claim = claim;
        All = all;
        _articles = articles;
        _origins = new Origins(articles, all.Select(statement => statement.Statement));
    }

    public Claim Claim { get; }

    /// <summary>In the articles' order of rank, then as they stand.</summary>
    public IReadOnlyList<StatementStance> All { get; }

    /// <summary>Those that take a stance.</summary>
    public IEnumerable<StatementStance> Taken => All.Where(statement => statement.Stance != Stance.Unrelated);

    public static Evidence Read(Claim claim, IEnumerable<Article> articles)
    {
        var reader = new StanceReader(claim);
        var read = articles.ToList();
        return new Evidence(claim, [.. read.SelectMany(reader.Read)], read);
    }

    /// <summary>Whether the statement is by the one whose word is asked for, or by someone who speaks for them.</summary>
    public bool IsByAsked(StatementStance statement)
    {
        if (Claim.Asked is not { } asked || statement.Statement.Speaker is not { } speaker)
        {
            return false;
        }

        if (!_asked.TryGetValue(speaker.Name, out var isAsked))
        {
            isAsked = _articles.Any(article => SpeakerMatch.Is(article, speaker, asked));
            _asked[speaker.Name] = isAsked;
        }

        return isAsked;
    }

    /// <summary>Whether the sentence names the one whose word is asked for.</summary>
    public bool NamesAsked(StatementStance statement)
    {
        if (Claim.Asked is not { } asked)
        {
            return false;
        }

        List<Token> tokens = [];
        TermAnalyzer.Analyze(statement.Statement.Source.Text, statement.Statement.Span, tokens);
        var terms = tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return asked.Forms.Any(form => form.Terms.Count > 0 && form.Terms.All(terms.Contains));
    }

    /// <summary>0 to 1: the share of the question's neighbouring content words that stand side by side in the sentence too.</summary>
    public double Phrases(StatementStance statement)
    {
        var asked = Pairs(Claim.Question.Text, new TextSpan(0, Claim.Question.Text.Length));
        return asked.Count == 0 ? 0 : (double)Pairs(statement.Statement.Source.Text, statement.Statement.Span).Count(asked.Contains) / asked.Count;
    }

    private static HashSet<(string, string)> Pairs(string text, TextSpan span)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, span, tokens);
        var terms = tokens.Where(token => !token.IsStopWord).Select(token => token.Term).ToList();
        return [.. terms.Zip(terms.Skip(1))];
    }

    public string OriginOf(StatementStance statement) => _origins.Of(statement.Statement);

    /// <summary>Each origin's word, for the rules. An article that passes on a speaker's word adds none of its own.</summary>
    public IReadOnlyList<OriginStance> Stances(IEnumerable<StatementStance> statements) =>
        [.. statements.GroupBy(statement => (statement.Statement.Source.Id, statement.Stance))
            .SelectMany(group => group.Any(HasNamedSpeaker) ? group.Where(HasNamedSpeaker) : group)
            .Select(Stand)];

    private static bool HasNamedSpeaker(StatementStance statement) => statement.Statement.Speaker is { IsNamed: true };

    private OriginStance Stand(StatementStance statement)
    {
        var source = statement.Statement.Source;
        var name = statement.Statement.Speaker?.Name ?? source.Provenance.Outlet ?? (source.Title.Length > 0 ? source.Title : source.Id);
        return new OriginStance(OriginOf(statement), name, statement.Stance, statement.Commitment, HasNamedSpeaker(statement), source.Provenance.Published);
    }
}
