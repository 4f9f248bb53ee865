using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;
using Microsoft.Extensions.AI;

namespace BriefingBot.Answers.Drafts;

/// <summary>
/// What a model may look up in the corpus while it writes one answer. What it is shown is numbered on from the passages of its prompt and can be cited like them.
/// Results are JSON of bounded length. Calls are made one after another.
/// </summary>
public sealed class CorpusLookup
{
    /// <summary>What a longer query has beyond is not read.</summary>
    public const int LongestQueryInChars = 400;

    private const string Key = "corpus";

    // Of one result; an article is read on with further calls.
    private const int TokensOfResult = 700;
    private const int MaxArticles = 8;
    private const int MostStatements = 8;
    private const int MostShownAgain = 2;

    private readonly Briefing _briefing;
    private readonly CitablePassages _passages;
    private readonly List<int> _resultTokens = [];

    internal CorpusLookup(Briefing briefing, CitablePassages passages, DraftOptions options)
    {
        _briefing = briefing;
        _passages = passages;
        MaxCalls = options.MaxLookups;
        MaxTokens = options.MaxLookupTokens;
    }

    /// <summary>Of one draft.</summary>
    public int MaxCalls { get; }

    /// <summary>Of all results of one draft, as estimated.</summary>
    public int MaxTokens { get; }

    /// <returns>Null where nothing may be looked up.</returns>
    public static CorpusLookup? Of(ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out var lookup) == true ? lookup as CorpusLookup : null;

    /// <summary>What a request and the calls since the last one took, as estimated: each call sends the prompt, and all results so far, once more.</summary>
    internal int TakePromptTokens(int prompt)
    {
        var (sent, all) = (prompt, prompt);
        foreach (var result in _resultTokens)
        {
            sent += result;
            all += sent;
        }

        _resultTokens.Clear();
        return all;
    }

    internal void AddTo(ChatOptions options) => (options.AdditionalProperties ??= [])[Key] = this;

    /// <summary>The passages that speak of something.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public string Search(string query) => Told(Parse(query) is { } question ? Passages(Retrieve(question)) : Nothing("name what to search for"));

    /// <summary>More of an article, in its order.</summary>
    /// <param name="passage">The number of one of its passages.</param>
    public string ReadArticle(int passage) => Told(Article(passage));

    private string Article(int passage)
    {
        if (passage < 1 || passage > _passages.Count)
        {
            return Nothing("there is no passage of that number");
        }

        var source = _passages[passage - 1].Source;
        var all = PassageSplitter.Split(source).Select(span => new RankedPassage(new Passage(source, span), 0, 0));
        return Passages(_briefing.Found with { Passages = [.. all], Articles = [new RankedArticle(source, 0, null)] });
    }

    /// <summary>Who says what of something.</summary>
    /// <param name="speaker">Part of a name; null for everybody.</param>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public string WhoSaidWhat(string about, string? speaker = null) => Told(Statements(about, speaker));

    private string Statements(string about, string? speaker)
    {
        if (Parse($"{about} {speaker}") is not { } question)
        {
            return Nothing("name what was spoken of");
        }

        var found = Retrieve(question);
        var shown = Show(found, [], MostStatements);
        List<(int Number, Statement Statement)> said = [.. shown.SelectMany(passage => passage.Sentences
            .Select(sentence => (passage.Number, sentence.Statement.Statement))
            .Where(said => said.Statement.Speaker is { } by && (string.IsNullOrWhiteSpace(speaker) || by.Name.Contains(speaker.Trim(), StringComparison.OrdinalIgnoreCase))))];
        return said.Count == 0 ? Nothing("nobody is quoted on that") : PassageJson.Object(json =>
        {
            json.WriteStartArray("statements");
            foreach (var (number, statement) in said.Take(MostStatements))
            {
                json.WriteStartObject();
                json.WriteNumber("n", number);
                json.WriteString("speaker", OutputText.Clean(statement.Speaker!.Name));
                json.WriteString("text", OutputText.Clean(statement.Text));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>The status of a claim by the rules, and the passages it rests on.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public string StatusOfClaim(string claim) => Told(Status(claim));

    private string Status(string claim)
    {
        if (Parse(claim) is not { } question)
        {
            return Nothing("state the claim");
        }

        var found = Retrieve(question);
        var evidence = Evidence.Of(Claim.Of(question, found.TermIdf), Current(found), _briefing.Options.AsOf);
        return EvidenceSelector.Check(evidence, found) is not { } findings ? Nothing("nothing in the corpus takes a stance") : PassageJson.Object(json =>
        {
            json.WriteString("status", PassageJson.Status(findings.Verdict));
            PassageJson.Write(json, Show(found, findings.Quoted));
        });
    }

    private string Passages(Retrieved found)
    {
        var shown = Show(found, []);
        return shown.Count == 0 ? Nothing("nothing more in the corpus speaks of that") : PassageJson.Object(json => PassageJson.Write(json, shown));
    }

    /// <summary>Passages that were not shown before, as many as one result may hold; if there are none, those that were.</summary>
    /// <param name="quoted">Statements whose passages come first.</param>
    /// <param name="again">How many that were shown before, even so.</param>
    private List<PromptPassage> Show(Retrieved found, IReadOnlyList<StatementStance> quoted, int again = 0)
    {
        // The stance of what it finds is that toward the question itself, as with the passages of the prompt.
        var evidence = Evidence.Of(_briefing.Evidence.Claim, Current(found), _briefing.Options.AsOf);
        var fresh = found with { Passages = [.. found.Passages.Where(passage => _passages.At(passage.Passage.Source, passage.Passage.Span) is null)] };
        var first = quoted.Where(statement => _passages.At(statement.Statement.Source, statement.Statement.Paragraph) is null).ToList();
        var chosen = PassageChooser.Choose(new Briefing(evidence, fresh, _briefing.Findings with { Quoted = first }, _briefing.Retriever, _briefing.Options), TokensOfResult);
        List<PromptPassage> known = [.. found.Passages.Select(passage => _passages.At(passage.Passage.Source, passage.Passage.Span)).OfType<PromptPassage>().Distinct().Take(chosen.Count == 0 ? Math.Max(again, MostShownAgain) : again)];
        return [.. chosen.Select(passage => _passages.Add(passage.Source, passage.Span, passage.Sentences)), .. known];
    }

    private Retrieved Retrieve(Question question) =>
        _briefing.Retriever.Retrieve(question, new RetrievalOptions { AsOf = _briefing.Options.AsOf, Filter = _briefing.Options.Filter });

    // An earlier version of an article that the answer has is replaced here too.
    private Versions Current(Retrieved found) =>
        new(found.Articles.Take(MaxArticles).Select(ranked => ranked.Article).Concat(_briefing.Found.Articles.Take(MaxArticles).Select(ranked => ranked.Article)));

    private Question? Parse(string? text)
    {
        var cut = text is { Length: > LongestQueryInChars } ? text[..LongestQueryInChars] : text;
        return string.IsNullOrWhiteSpace(cut) ? null : Question.Parse(cut, _briefing.Options.Asked) is { IsEmpty: false } question ? question : null;
    }

    private string Told(string result)
    {
        _resultTokens.Add(TokenEstimate.Of(result));
        return result;
    }

    private static string Nothing(string why) => PassageJson.Object(json => json.WriteString("nothing", why));
}
