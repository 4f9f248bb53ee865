using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>All statements of the retrieved articles, held against one claim.</summary>
internal sealed class Evidence
{
    private readonly Origins _origins;

    private Evidence(Claim claim, IReadOnlyList<StatementStance> all, Origins origins)
    {
        Claim = claim;
        All = all;
        _origins = origins;
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
        return new Evidence(claim, [.. read.SelectMany(reader.Read)], new Origins(read));
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
