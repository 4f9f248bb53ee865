namespace BriefingBot.Evaluation;

/// <summary>Makes a suite of what was read, checking every field.</summary>
internal sealed class SuiteBuilder(string path)
{
    public static readonly string[] SuiteFields = ["name", "corpus", "defaults", "thresholds", "cases"];
    public static readonly string[] DefaultFields = ["asOf", "date", "repeat", "tags"];
    public static readonly string[] ExpectedFields = ["status", "notInCorpus", "quotes", "sources", "speakers", "mustSay", "mustNotSay"];
    public static readonly string[] TurnFields = ["ask", "check", "asOf", "date", "note", .. ExpectedFields];
    public static readonly string[] CaseFields = ["id", "conversation", "tags", "repeat", .. TurnFields];
    public static readonly string[] QuoteFields = ["text", "speaker"];

    private const int LongestIdInChars = 60;
    private const int MostRepeats = 100;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public Suite Build(SuiteNode root)
    {
        var fields = new FieldReader(path, "", root, SuiteFields);
        var defaults = fields.Node("defaults") is { } node ? new FieldReader(path, "defaults", node, DefaultFields) : null;
        if (fields.Node("cases") is not SuiteList cases || cases.Items.Count == 0)
        {
            throw fields.Wrong("cases", "there is no case; write a list of cases, each with ask, check or conversation");
        }

        return new Suite(
            fields.Text("name") ?? Path.GetFileNameWithoutExtension(path),
            fields.Text("corpus") is { } corpus ? Path.GetFullPath(corpus, Path.GetDirectoryName(Path.GetFullPath(path))!) : null,
            Thresholds(fields),
            [.. cases.Items.Select((item, i) => Case($"cases[{i + 1}]", item, defaults))]);
    }

    private Dictionary<string, double> Thresholds(FieldReader suite)
    {
        Dictionary<string, double> thresholds = new(StringComparer.Ordinal);
        if (suite.Node("thresholds") is { } node)
        {
            var fields = new FieldReader(path, "thresholds", node, [.. EvalMeasures.All.Select(measure => measure.Name)]);
            foreach (var measure in EvalMeasures.All)
            {
                if (fields.Number(measure.Name) is { } threshold)
                {
                    thresholds[measure.Name] = threshold;
                }
            }
        }

        return thresholds;
    }

    private SuiteCase Case(string place, SuiteNode node, FieldReader? defaults)
    {
        var fields = new FieldReader(path, place, node, CaseFields);
        var asOf = fields.Day("asOf") ?? defaults?.Day("asOf");
        var date = fields.Day("date") ?? defaults?.Day("date");
        var turns = Conversation(place, fields, asOf, date) ?? [Turn(fields, asOf, date)];
        var repeat = fields.Count("repeat") ?? defaults?.Count("repeat") ?? 1;
        return repeat > MostRepeats ? throw fields.Wrong("repeat", $"{repeat} times is too often; the most is {MostRepeats}")
            : new SuiteCase(Id(fields, turns[0].Text), [.. (defaults?.Texts("tags") ?? []).Concat(fields.Texts("tags")).Distinct(StringComparer.Ordinal)], repeat, turns);
    }

    private List<SuiteTurn>? Conversation(string place, FieldReader fields, DateOnly? asOf, DateOnly? date)
    {
        var items = fields.Items("conversation");
        if (items.Count == 0)
        {
            return null;
        }

        foreach (var own in (string[])["ask", "check", .. ExpectedFields])
        {
            if (fields.Has(own))
            {
                throw fields.Wrong(own, "does not go beside conversation; put it into the turn it belongs to");
            }
        }

        return [.. items.Select((item, i) => item is SuiteScalar { Text.Length: > 0 } text
            ? new SuiteTurn(TurnKind.Ask, text.Text, asOf, date, new Expected())
            : Turn(new FieldReader(path, $"{place}.conversation[{i + 1}]", item, TurnFields), asOf, date))];
    }

    // An empty question is a question too: that it is refused is tested with one.
    private static SuiteTurn Turn(FieldReader fields, DateOnly? asOf, DateOnly? date)
    {
        var (ask, check) = (fields.RawText("ask"), fields.RawText("check"));
        var kind = (ask, check) switch
        {
            (not null, null) => TurnKind.Ask,
            (null, not null) => TurnKind.Check,
            _ => throw fields.Wrong("ask", ask is null ? "missing; write ask: \"QUESTION\", check: \"CLAIM\" or conversation: and a list of turns" : "given beside check; leave one of them"),
        };
        return new SuiteTurn(kind, ask ?? check!, fields.Day("asOf") ?? asOf, fields.Day("date") ?? date, Expected(fields)) { Note = fields.Text("note") };
    }

    private static Expected Expected(FieldReader fields)
    {
        AnswerStatus? status = fields.Text("status") is not { } word ? null
            : AnswerStatuses.Find(word) ?? throw fields.Wrong("status", $"'{word}' is no status; write one of {string.Join(", ", Enum.GetValues<AnswerStatus>().Select(AnswerStatuses.Word))}");
        var expected = new Expected
        {
            Status = status,
            Quotes = [.. fields.Items("quotes").Select((item, i) => Quote(fields, item, i))],
            Sources = fields.Texts("sources"),
            Speakers = fields.Texts("speakers"),
            MustSay = fields.Texts("mustSay"),
            MustNotSay = fields.Texts("mustNotSay"),
        };
        var isAnswered = status is not null and not AnswerStatus.NotInCorpus || expected.Quotes.Count + expected.Sources.Count + expected.Speakers.Count > 0;
        var flag = fields.Flag("notInCorpus");
        var isAbsent = flag == true || status == AnswerStatus.NotInCorpus;
        if ((isAbsent && isAnswered) || (flag == false && status == AnswerStatus.NotInCorpus))
        {
            throw fields.Wrong(flag is null ? "status" : "notInCorpus", "contradicts the other fields; what is not in the corpus has no other status, quotes, sources or speakers");
        }

        return expected with { Status = isAbsent ? AnswerStatus.NotInCorpus : status, NotInCorpus = isAbsent ? true : isAnswered ? false : flag };
    }

    private static ExpectedQuote Quote(FieldReader fields, SuiteNode item, int i)
    {
        if (item is SuiteScalar { Text.Length: > 0 } text)
        {
            return new ExpectedQuote(text.Text, null);
        }

        var quote = fields.Below($"quotes[{i + 1}]", item, QuoteFields);
        return new ExpectedQuote(quote.Text("text") ?? throw quote.Wrong("text", "missing; write the words that must be quoted"), quote.Text("speaker"));
    }

    private string Id(FieldReader fields, string text)
    {
        if (fields.Text("id") is { } given)
        {
            return _ids.Add(given) ? given : throw fields.Wrong("id", $"'{given}' is another case's id too; give each its own");
        }

        var slug = Slug(text);
        for (var n = 1; ; n++)
        {
            var id = n == 1 ? slug : $"{slug}-{n}";
            if (_ids.Add(id))
            {
                return id;
            }
        }
    }

    private static string Slug(string text)
    {
        var slug = string.Join('-', new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "case" : slug.Length <= LongestIdInChars ? slug : slug[..LongestIdInChars];
    }
}
