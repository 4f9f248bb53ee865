namespace BriefingBot.Claims;

/// <summary>The syntax of a statement: what its speaker says apart from the words that tell who says it, where it stands before them or after a colon or comma.</summary>
internal static class StatementSyntax
{
    // "Great," he said.
    private const int LeastWordsApart = 4;
    private const int LongestDatelineInWords = 12;

    public static IReadOnlyList<SyntaxTree> Read(Statement statement)
    {
        // What stands in quotation marks is part of the sentence as if it did not.
        var words = WithoutDateline(statement.Source.Text, Words.Of(statement.Source.Text, statement.Span)).FindAll(word => !word.IsQuotationMark);
        bool IsSaid(Word word) => statement.Speaker!.Content.Any(content => content.Contains(word.Span)) && !statement.Speaker.Span.Contains(word.Span) && !statement.Speaker.Cue.Contains(word.Span);
        if (statement.Speaker is null || words.FindIndex(word => !word.IsMark && IsSaid(word)) is not (>= 0 and var first))
        {
            return [Read(words)];
        }

        // The marks between the words, not those around them.
        var last = words.FindLastIndex(word => !word.IsMark && IsSaid(word));
        var said = words[first..(last + 1)].FindAll(IsSaid);
        var rest = words.FindAll(word => !IsSaid(word));
        return said.Count < LeastWordsApart || !IsApart(words, first, last) ? [Read(words)]
            : rest.TrueForAll(word => word.IsMark) ? [Read(said)]
            : [Read(said), Read(rest)];
    }

    // "PORT ANSEL (Lantern News Agency) – ", "(CNN) ".
    private static List<Word> WithoutDateline(string text, List<Word> words)
    {
        if (words.Count > 3 && words[0].Lower == "(" && words[2].Lower == ")")
        {
            return words[3..];
        }

        var dash = words.FindIndex(word => word.Lower is "–" or "—" or "-");
        return dash is > 0 and < LongestDatelineInWords && dash + 1 < words.Count && !text.AsSpan(words[0].Span.Start, words[0].Span.Length).ContainsAnyInRange('a', 'z') ? words[(dash + 1)..] : words;
    }

    private static SyntaxTree Read(List<Word> words) =>
        SyntaxReader.Shipped.Read(words, Enumerable.Range(0, words.Count).Where(at => Words.IsName(words, at)).ToDictionary(at => at, _ => "NNP"));

    private static bool IsApart(List<Word> words, int first, int last) =>
        words.FindIndex(word => !word.IsMark) == first
        || (words.FindLastIndex(word => !word.IsMark) == last && words[first - 1].Lower is "," or ":");
}
