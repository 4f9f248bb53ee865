using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>
/// Claims and texts of articles that belong to one story, by the pairs that are related; and the rumours whose headlines are among the claims.
/// </summary>
internal sealed class StanceTopics
{
    private readonly Dictionary<(bool IsText, string Id), int> _topics;
    private readonly Dictionary<string, StanceRow> _headlines;
    private readonly Dictionary<string, string[]> _claimsOfRumour;
    private readonly Dictionary<string, int> _folds;

    public StanceTopics(StanceSet articles, StanceSet headlines)
    {
        _topics = Join(articles.Rows);
        _folds = articles.Rows.GroupBy(row => row.Claim).ToDictionary(rows => rows.Key, rows => rows.First().ClaimFold);
        _headlines = headlines.Rows.GroupBy(row => Letters(row.TextId)).ToDictionary(rows => rows.Key, rows => rows.First());
        _claimsOfRumour = _folds.Keys.Where(claim => Headline(claim) is not null)
            .GroupBy(claim => Headline(claim)!.Claim).ToDictionary(claims => claims.Key, claims => claims.ToArray());
    }

    public int OfClaim(string claim) => _topics[(false, claim)];

    public int OfText(string id) => _topics[(true, id)];

    /// <summary>The row of headlines whose text is this claim, if there is one: its stance is that of the claim's wording.</summary>
    public StanceRow? Headline(string claim) => _headlines.GetValueOrDefault(Letters(claim));

    /// <summary>The topic of a rumour that has headlines among the claims, else null.</summary>
    public int? OfRumour(string rumour) => _claimsOfRumour.TryGetValue(rumour, out var claims) ? OfClaim(claims[0]) : null;

    /// <summary>Whether a rumour is known to be of other folds than this one.</summary>
    public bool IsOutside(string rumour, int fold) => _claimsOfRumour.TryGetValue(rumour, out var claims) && claims.All(claim => _folds[claim] != fold);

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static Dictionary<(bool IsText, string Id), int> Join(List<StanceRow> rows)
    {
        Dictionary<(bool, string), int> topics = [];
        Dictionary<int, List<(bool, string)>> members = [];
        foreach (var row in rows)
        {
            var claim = Topic((false, row.Claim));
            var text = Topic((true, row.TextId));
            if (row.Stance == Stance.Unrelated || claim == text)
                continue;

            var (into, from) = members[claim].Count >= members[text].Count ? (claim, text) : (text, claim);
            foreach (var member in members[from])
                topics[member] = into;
            members[into].AddRange(members[from]);
            members.Remove(from);
        }

        return topics;

        int Topic((bool, string) member)
        {
            if (topics.TryGetValue(member, out var topic))
                return topic;
            topic = topics.Count;
            members.Add(topic, [member]);
            return topics[member] = topic;
        }
    }
}
