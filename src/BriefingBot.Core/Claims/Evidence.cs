using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>The sentences of the retrieved articles, held against one claim. Who says them and how firmly is read where it is asked for. Not thread-safe.</summary>
internal sealed class Evidence
{
    // Speakers and cues are read for so many sentences, those that have most of the claim.
    private const int MostRead = 40;

    // A note speaks of what is asked where it has so much of what is said of the names.
    private const double LeastPredicateOfCorrection = 0.5;

    // A speaker who supposes less than this of what the article says in its own voice speaks of something near it.
    private const double ShareOfNear = 0.7;

    private readonly StanceReader _reader;
    private readonly IReadOnlyList<Article> _articles;
    private readonly Dictionary<ClaimSentence, StatementStance> _read;
    private readonly Dictionary<Article, List<ClaimSentence>> _scans;
    private readonly Dictionary<string, bool> _asked = new(StringComparer.Ordinal);
    private readonly DateOnly? _asOf;
    private readonly Versions _versions;
    private IReadOnlyList<ClaimSentence>? _scanned;
    private IReadOnlyList<ClaimSentence>? _sentences;
    private IReadOnlyList<StatementStance>? _all;
    private Origins? _origins;

    private Evidence(Claim claim, Versions versions, DateOnly? asOf, Evidence? narrower = null)
    {
        Claim = claim;
        _versions = versions;
        _articles = versions.Current;
        _asOf = asOf;
        _reader = narrower?._reader ?? new StanceReader(claim);
        _read = narrower?._read ?? new(ReferenceEqualityComparer.Instance);
        _scans = narrower?._scans ?? new(ReferenceEqualityComparer.Instance);
    }

    public Claim Claim { get; }

    public ClaimMatcher Matcher => _reader.Matcher;

    /// <summary>Of the stories, in the articles' order of rank, then as they stand.</summary>
    public IReadOnlyList<ClaimSentence> Sentences => _sentences ??= [.. Scanned.Where(sentence => !sentence.IsCorrection)];

    // Notes on earlier versions are among them.
    private IReadOnlyList<ClaimSentence> Scanned => _scanned ??= [.. _articles.SelectMany(Scan)];

    private List<ClaimSentence> Scan(Article article)
    {
        if (!_scans.TryGetValue(article, out var scan))
        {
            scan = [.. _reader.Scan(article, _asOf)];
            _scans.Add(article, scan);
        }

        return scan;
    }

    /// <summary>What the sentences that speak of the claim say, in the same order.</summary>
    public IReadOnlyList<StatementStance> All => _all ??= ReadAll();

    private List<StatementStance> ReadAll()
    {
        var worth = Scanned.Index().Where(sentence => _reader.IsWorthReading(sentence.Item)).OrderByDescending(sentence => sentence.Item.Relevance).Take(MostRead)
            .OrderBy(sentence => sentence.Index).Select(sentence => sentence.Item).ToList();
        return Read(worth);
    }

    /// <summary>What the sentences say; their speakers are found in one pass an article.</summary>
    public List<StatementStance> Read(IReadOnlyList<ClaimSentence> sentences)
    {
        foreach (var article in sentences.GroupBy(sentence => sentence.Reader))
        {
            article.Key.Prepare(article.Select(sentence => sentence.Index));
        }

        return [.. sentences.Select(Read)];
    }

    /// <summary>Those that take a stance.</summary>
    public IEnumerable<StatementStance> Taken => All.Where(statement => statement.Stance != Stance.Unrelated);

    public static Evidence Of(Claim claim, IEnumerable<Article> articles) => new(claim, new Versions(articles), null);

    /// <param name="asOf">What was corrected later is left out; null for no limit.</param>
    public static Evidence Of(Claim claim, Versions articles, DateOnly? asOf) => new(claim, articles, asOf);

    /// <summary>The same of more articles; what was read is not read again.</summary>
    public Evidence Of(Versions articles) => new(Claim, articles, _asOf, this);

    /// <summary>The version that an article replaces; null if it is the only one.</summary>
    public Article? Before(Article article) => _versions.Before(article);

    /// <summary>The notes on earlier versions of an article that speak of what is asked.</summary>
    public IEnumerable<Correction> CorrectionsOf(Article article) => Scanned
        .Where(sentence => sentence.Source == article && sentence.IsCorrection && Matcher.PredicateShare(sentence.Own) >= LeastPredicateOfCorrection)
        .Select(sentence => sentence.Reader.CorrectionAt(sentence.Paragraph)!).Distinct();

    /// <summary>What a sentence says, who says it and how firmly.</summary>
    public StatementStance Read(ClaimSentence sentence)
    {
        if (!_read.TryGetValue(sentence, out var statement))
        {
            statement = _reader.Read(sentence);
            _read.Add(sentence, statement);
        }

        return statement;
    }

    /// <summary>0 to 1: how much of what is said of the names a sentence has, a word that says the opposite counted.</summary>
    public double PredicateShareOrOpposite(ClaimSentence sentence, IReadOnlyList<Word> words) => _reader.ShareOrOpposite(words, sentence.Own);

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

    public string OriginOf(StatementStance statement) => Origins.Of(statement.Statement);

    /// <summary>Of several that are the same, one is worth a quote.</summary>
    public string ReportOf(StatementStance statement) => Origins.ReportOf(statement.Statement);

    // Who speaks for whom is learnt from the statements read by then.
    private Origins Origins => _origins ??= new Origins(_articles, _read.Values.Select(read => read.Statement));

    /// <summary>Each origin's word, for the rules. An article that passes on a speaker's word adds none of its own, unless what the speaker says is only near to it.</summary>
    public IReadOnlyList<OriginStance> Stances(IEnumerable<StatementStance> statements) =>
        [.. statements.GroupBy(statement => (statement.Statement.Source.Id, statement.Stance)).SelectMany(Heard).Select(Stand)];

    private static List<StatementStance> Heard(IEnumerable<StatementStance> ofArticle)
    {
        var all = ofArticle.ToLookup(statement => Claims.Origins.VoiceOf(statement.Statement) is not null);
        var own = all[false].Where(statement => statement.Commitment == Commitment.Asserted).Select(statement => statement.Direct).DefaultIfEmpty(0).Max();
        var said = all[true].Where(statement => statement.Commitment != Commitment.Hedged || own == 0 || statement.Direct > ShareOfNear * own).ToList();
        return said.Count > 0 ? said : [.. all[false]];
    }

    private static bool HasNamedSpeaker(StatementStance statement) => statement.Statement.Speaker is { IsNamed: true };

    private OriginStance Stand(StatementStance statement)
    {
        var source = statement.Statement.Source;
        var name = statement.Statement.Speaker?.Name ?? source.Provenance.Outlet ?? source.Provenance.Author ?? source.Id;
        return new OriginStance(OriginOf(statement), name, statement.Stance, statement.Commitment, HasNamedSpeaker(statement), statement.Statement.Date) { IsRead = Tongues.Of(source) != Tongue.Other };
    }
}
