using BriefingBot.Postgres.Stores;

namespace BriefingBot.Postgres.Searches;

/// <summary>
/// Which passages of a term are looked at to find the articles that may be best. Of rare terms, all; of common ones, which could not bring an article
/// to the top alone, those where a rare one stands as well, which the index knows without visiting the others.
/// </summary>
/// <param name="Rare">The terms of which all passages are looked at.</param>
/// <param name="Common">Those looked for only beside the rare ones.</param>
internal sealed record TermChoice(IReadOnlyList<SearchTerm> Rare, IReadOnlyList<SearchTerm> Common)
{
    // Visiting a passage costs a microsecond: about 10 ms at most, unless the rarest terms are common themselves.
    private const int MostPassages = 8_000;

    // The rare terms carry this share of the question's weight at least.
    private const float LeastWeightShare = 0.5f;

    // A question of thousands of terms is judged by its weightiest.
    private const int MostRare = 2_000;
    private const int MostCommon = 32;
    private const int MostBeside = 64;

    public static TermChoice Of(IEnumerable<SearchTerm> terms)
    {
        SearchTerm[] known = [.. terms.Where(term => term.Passages + term.Titles > 0).OrderBy(term => term.Passages).ThenByDescending(term => term.Weight)];
        var total = known.Sum(term => term.Weight);
        var (rare, passages, weight) = (0, 0L, 0f);
        while (rare < Math.Min(known.Length, MostRare) && (passages + known[rare].Passages <= MostPassages || weight < LeastWeightShare * total))
        {
            passages += known[rare].Passages;
            weight += known[rare++].Weight;
        }

        return new TermChoice(known[..rare], [.. known[rare..].OrderByDescending(term => term.Weight).Take(MostCommon)]);
    }

    /// <summary>A tsquery for each term, those of the rare ones first.</summary>
    public IEnumerable<string> Queries()
    {
        var beside = string.Join(" | ", Rare.OrderByDescending(term => term.Weight).Take(MostBeside).Select(term => Lexeme.Quoted(term.Lexeme)));
        return Rare.Select(term => Lexeme.Quoted(term.Lexeme))
            .Concat(Common.Select(term => $"{Lexeme.Quoted(term.Lexeme)} & ({beside})"));
    }

    /// <summary>The terms in the order of <see cref="Queries"/>.</summary>
    public IReadOnlyList<SearchTerm> Terms => [.. Rare, .. Common];
}
