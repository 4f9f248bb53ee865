using BriefingBot.Retrieval;

namespace BriefingBot.Lucene.Documents;

/// <summary>Collects the names an article writes: capitalised words side by side, two or three of them, as their terms with a space between.</summary>
internal sealed class WrittenNames
{
    private const int MostWords = 3;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<string> ToList() => [.. _names];

    public void Add(string text, List<Token> tokens)
    {
        for (var first = 0; first < tokens.Count; first++)
        {
            var name = IsCapitalised(text, tokens[first]) ? tokens[first].Term : null;
            for (var last = first + 1; name is not null && last < tokens.Count && last < first + MostWords; last++)
            {
                name = IsCapitalised(text, tokens[last]) && IsBeside(text, tokens[last - 1], tokens[last]) ? $"{name} {tokens[last].Term}" : null;
                if (name is not null)
                    _names.Add(name);
            }
        }
    }

    private static bool IsCapitalised(string text, Token token) => !token.IsStopWord && char.IsUpper(text[token.Span.Start]);

    private static bool IsBeside(string text, Token left, Token right) => right.Span.Start == left.Span.End + 1 && text[left.Span.End] == ' ';
}
