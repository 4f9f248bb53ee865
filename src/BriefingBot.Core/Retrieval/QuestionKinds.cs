using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Tells what a question asks for by the words it opens, or closes, with.</summary>
internal static partial class QuestionKinds
{
    public static QuestionKind Find(string text)
    {
        var asked = AskingSentence(text);
        if (Tongues.OfQuestion(text) is var tongue and (Tongue.Ukrainian or Tongue.Russian or Tongue.Korean))
            return QuestionTable.Find(asked, tongue, text.Contains('?', StringComparison.Ordinal));
        if (Statement().IsMatch(asked))
            return QuestionKind.Statement;
        if (TrueOrFalse().IsMatch(text))
            return QuestionKind.YesNo;
        if (Amount().IsMatch(asked))
            return QuestionKind.HowMany;
        if (Opening().Match(asked) is { Success: true } opening)
            return OfWord(opening.Groups[1].Value);
        if (YesNo().IsMatch(asked))
            return QuestionKind.YesNo;
        return Anywhere().Match(asked) is { Success: true } inside ? OfWord(inside.Groups[1].Value) : QuestionKind.Other;
    }

    private static QuestionKind OfWord(string word) => word.ToLowerInvariant() switch
    {
        "who" or "whom" or "whose" => QuestionKind.Who,
        "when" => QuestionKind.When,
        "where" => QuestionKind.Where,
        "which" => QuestionKind.Which,
        "why" => QuestionKind.Why,
        "how" => QuestionKind.How,
        _ => QuestionKind.What,
    };

    /// <summary>The last sentence that ends in a question mark, else the whole text: background often comes first.</summary>
    private static string AskingSentence(string text)
    {
        var mark = text.LastIndexOf('?');
        if (mark < 0)
            return text.Trim();

        var start = mark;
        while (start > 0 && !(text[start - 1] is '.' or '!' or '?' && start < text.Length && char.IsWhiteSpace(text[start]) && !IsNumbered(text, start)))
            start--;
        return text[start..mark].Trim();
    }

    // "Symphony No. 5" goes on after its point.
    private static bool IsNumbered(string text, int space) =>
        space + 1 < text.Length && char.IsAsciiDigit(text[space + 1]) && text.AsSpan(0, space).EndsWith("No.", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:what|how) (?:did|does|do|has|have|had|would|is|was|were)\b.{1,80}\b(?:say|said|says|claim|claimed|tell|told|announce|announced|call for|respond|responded|comment|commented|state|stated|argue|argued|think|react|reacted|describe|described)\b|\bwhat(?: was| were| is)? .{1,60}\b(?:reaction|response|statement|position|words)\b|\baccording to .{1,60}, what did\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^\s*true or false\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex TrueOrFalse();

    [GeneratedRegex(@"\bhow (?:many|much|old|long|high|tall|far|fast|big|large|often|deep|heavy|wide|expensive)\b|\b(?:what|which) (?:percentage|percent|proportion|share|fraction|number|amount|sum|price|magnitude|age|temperature|score)\b|\bwhat (?:is|was|were|are) the (?:[\w-]+ ){0,3}(?:percentage|number|amount|cost|price|magnitude|age|total|death toll|score|value|population|temperature|speed|size)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\W*(?:(?:and|but|so|in|on|at|to|for|from|by|with|of|under|about|after|before|during|near|since|until) )?(who|whom|whose|when|where|which|what|why|how)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|isn['’]t|aren['’]t|wasn['’]t|didn['’]t|hasn['’]t|haven['’]t|won['’]t)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"\b(who|whom|whose|when|where|which|what|why|how)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Anywhere();
}
