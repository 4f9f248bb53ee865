using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>What a claim's words may look like in a text.</summary>
internal sealed class StanceClaim
{
    // Two words that share so many letters are mostly one family: pregnant, pregnancy.
    private const int PrefixLength = 5;

    private readonly Dictionary<string, int> _exact = [];
    private readonly Dictionary<string, int> _synonyms = [];
    private readonly Dictionary<string, int> _antonyms = [];
    private readonly Dictionary<string, int> _prefixes = [];
    private readonly Dictionary<double, int> _numbers = [];

    public StanceClaim(string claim)
    {
        Text = new StanceText(claim);
        for (var i = 0; i < Text.Tokens.Count; i++)
        {
            if (Text.Kinds[i] != TokenKind.Stop && _exact.TryAdd(Text.Tokens[i].Term, Content.Count))
                Content.Add(i);
        }

        for (var i = 0; i < Content.Count; i++)
            AddRelatives(Text.Tokens[Content[i]].Term, i);
    }

    public StanceText Text { get; }

    /// <summary>The tokens that carry meaning, each term once.</summary>
    public List<int> Content { get; } = [];

    public Token ContentToken(int index) => Text.Tokens[Content[index]];

    /// <summary>Which content word of the claim a term stands for, and how it does.</summary>
    public StanceMatch Match(Token token)
    {
        var term = token.Term;
        if (_exact.TryGetValue(term, out var index))
            return new StanceMatch(index, MatchKind.Exact);
        if (_synonyms.TryGetValue(term, out index))
            return new StanceMatch(index, MatchKind.Synonym);
        if (_antonyms.TryGetValue(term, out index))
            return new StanceMatch(index, MatchKind.Antonym);
        if (token.IsStopWord)
            return StanceMatch.None;
        if (_numbers.Count > 0 && StanceNumbers.Value(term) is { } value && _numbers.TryGetValue(value, out index))
            return new StanceMatch(index, MatchKind.Synonym);
        if (term.Length >= PrefixLength && _prefixes.TryGetValue(term[..PrefixLength], out index))
            return new StanceMatch(index, MatchKind.Prefix);
        return StanceMatch.None;
    }

    private void AddRelatives(string term, int index)
    {
        foreach (var synonym in StanceSynonyms.Of(term))
            _synonyms.TryAdd(synonym, index);
        foreach (var antonym in StanceSynonyms.Against(term))
            _antonyms.TryAdd(antonym, index);
        if (term.Length >= PrefixLength)
            _prefixes.TryAdd(term[..PrefixLength], index);
        if (StanceNumbers.Value(term) is { } value)
            _numbers.TryAdd(value, index);
    }
}

internal enum MatchKind : byte
{
    None,
    Exact,
    Synonym,
    Prefix,
    Antonym,
}

/// <param name="Index">Into the claim's content words; -1 for no match.</param>
internal readonly record struct StanceMatch(int Index, MatchKind Kind)
{
    public static readonly StanceMatch None = new(-1, MatchKind.None);

    public bool IsSame => Kind is MatchKind.Exact or MatchKind.Synonym or MatchKind.Prefix;
}
