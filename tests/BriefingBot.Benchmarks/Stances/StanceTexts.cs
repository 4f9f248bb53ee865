using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>Claims and texts of both sets, read once.</summary>
internal sealed class StanceTexts(params StanceSet[] sets)
{
    private readonly Dictionary<string, StanceClaim> _claims = [];
    private readonly Dictionary<string, StanceText> _texts = [];

    public StanceClaim Claim(string claim) =>
        _claims.TryGetValue(claim, out var known) ? known : _claims[claim] = new StanceClaim(claim);

    public StanceText Text(string id) =>
        _texts.TryGetValue(id, out var known) ? known : _texts[id] = new StanceText(sets.First(set => set.Texts.ContainsKey(id)).Texts[id]);

    public bool IsArticle(StanceRow row) => StanceExample.IsArticle(Text(row.TextId));

    public TermRarity Rarity(IEnumerable<StanceRow> rows) => TermRarity.From([.. rows.Select(row => row.TextId).Distinct().Select(Text)]);

    public StancePair Pair(StanceRow row, TermRarity rarity) => new(Claim(row.Claim), Text(row.TextId), rarity);
}
