using BriefingBot.Articles;

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
