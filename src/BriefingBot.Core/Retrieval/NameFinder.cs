using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Finds who and what a text names: known aliases, and runs of capitalised words.</summary>
internal static class NameFinder
{
    // Below it an alias is too often something else to be looked for.
    private const double LeastAliasWeight = 0.3;

    // A surname alone, in an article that does not give the full name.
    private const double LastWordWeight = 0.7;

    // Uncapitalised, an alias of this weight is still meant; others are words.
    private const double LeastLowerCaseWeight = 0.9;

    private const int MostNames = 16;

    private static readonly HashSet<string> CalendarWords =
        [.. WordList.Lines("Retrieval.Data.calendar-words.txt").SelectMany(line => line.Split(' '))];

    public static IReadOnlyList<QuestionName> Find(string text, IReadOnlyList<Token> tokens)
    {
        List<QuestionName> names = [];
        for (var i = 0; i < tokens.Count && names.Count < MostNames;)
        {
            var run = CapitalisedRun(text, tokens, i);
            var known = KnownAlias(text, tokens, i, Math.Max(1, run));

            // "the House" is a name, but in "the House of Commons" it is not the whole of it.
            if (known > 0 && run == 0 && tokens[i].IsStopWord && i + 1 < tokens.Count && CapitalisedRun(text, tokens, i + 1) >= known)
                known = 0;
            if (IsName(text, tokens, i, Math.Max(known, run), known > 0))
                names.Add(Name(text, tokens, i, Math.Max(known, run), known > 0));
            i += Math.Max(1, Math.Max(known, run));
        }

        return [.. names.Where(name => name.Forms.Count > 0).DistinctBy(name => string.Join(' ', name.Forms[0].Terms))];
    }

    private static QuestionName Name(string text, IReadOnlyList<Token> tokens, int start, int length, bool isKnown)
    {
        var span = tokens[start].Span.Union(tokens[start + length - 1].Span);
        string[] own = [.. Range(tokens, start, length).Where(token => !token.IsStopWord).Select(token => token.Term)];
        List<NameForm> forms = [new(own, 1)];
        if (isKnown)
        {
            foreach (var reading in Aliases.Read(Range(tokens, start, length).Select(token => token.Term)).Where(reading => reading.Weight >= LeastAliasWeight))
                forms.AddRange(Aliases.Forms(reading.Canonical).Select(form => form with { Weight = form.Weight * reading.Weight }));
        }
        else if (own.Length > 1)
        {
            forms.Add(new NameForm([own[^1]], LastWordWeight));
        }

        forms = [.. forms.Where(form => form.Weight >= LeastAliasWeight && form.Terms.Count > 0)
            .GroupBy(form => string.Join(' ', form.Terms)).Select(group => group.MaxBy(form => form.Weight)!)];
        return new QuestionName(WithoutPossessive(text[span.Start..span.End]), span, forms);
    }

    private static IEnumerable<Token> Range(IReadOnlyList<Token> tokens, int start, int length)
    {
        for (var i = start; i < start + length; i++)
            yield return tokens[i];
    }

    /// <summary>How many tokens from here on are a known alias; 0 if none.</summary>
    private static int KnownAlias(string text, IReadOnlyList<Token> tokens, int start, int atLeast)
    {
        for (var length = Math.Min(Aliases.LongestAliasInWords, tokens.Count - start); length >= atLeast; length--)
        {
            var readings = Aliases.Read(Range(tokens, start, length).Select(token => token.Term));
            if (readings.Count == 0 || readings[0].Kind == "number")
                continue;

            var words = Range(tokens, start, length).Where(token => !token.IsStopWord).ToList();
            if (words.Count == 0)
                continue;

            var capitals = words.All(token => char.IsUpper(text[token.Span.Start]));
            var allCapitals = words.All(token => !text.AsSpan(token.Span.Start, token.Span.Length).ContainsAnyInRange('a', 'z'));
            if (readings[0].NeedsCapitals ? allCapitals : capitals || readings[0].Weight >= LeastLowerCaseWeight)
                return length;
        }

        return 0;
    }

    /// <summary>How many tokens from here on are one capitalised name; 0 if none.</summary>
    private static int CapitalisedRun(string text, IReadOnlyList<Token> tokens, int start)
    {
        if (!IsCapitalised(text, tokens[start]) || tokens[start].IsStopWord)
            return 0;

        var end = start + 1;
        for (var i = end; i < tokens.Count && AreJoined(text, tokens[i - 1], tokens[i]); i++)
        {
            if (IsCapitalised(text, tokens[i]) && !tokens[i].IsStopWord)
                end = i + 1;
            else if (!IsLink(text, tokens[i]))
                break;
        }

        return end - start;
    }

    /// <summary>Not a single word that is capitalised because it starts a sentence, is a day or a month, or one letter.</summary>
    private static bool IsName(string text, IReadOnlyList<Token> tokens, int start, int length, bool isKnown)
    {
        var span = tokens[start].Span;
        return length > 1
            || (length == 1 && !CalendarWords.Contains(text[span.Start..span.End]) && (isKnown || (span.Length > 1 && !StartsSentence(text, span.Start))));
    }

    private static bool IsCapitalised(string text, Token token) => char.IsUpper(text[token.Span.Start]);

    /// <summary>A small word inside names: Bank of England, Just Stop Oil, Médecins sans Frontières.</summary>
    private static bool IsLink(string text, Token token) =>
        text.AsSpan(token.Span.Start, token.Span.Length) is "of" or "de" or "da" or "do" or "del" or "la" or "le" or "van" or "von" or "der" or "al" or "bin" or "for" or "the";

    private static bool AreJoined(string text, Token left, Token right)
    {
        var between = text.AsSpan(left.Span.End, right.Span.Start - left.Span.End);
        var possessive = right.Span.Start - left.Span.End == 1 && text.AsSpan(left.Span.Start, left.Span.Length).EndsWith("s") && IsPossessive(text, left);
        return !possessive && between is " " or "-" or ". " or " & ";
    }

    private static string WithoutPossessive(string name) => name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;

    private static bool IsPossessive(string text, Token token) =>
        token.Span.Length > 2 && text[token.Span.End - 2] is '\'' or '’';

    private static bool StartsSentence(string text, int at)
    {
        var i = at - 1;
        while (i >= 0 && (char.IsWhiteSpace(text[i]) || text[i] is '"' or '“' or '‘' or '«' or '„' or '¿' or '¡' or '(' or '\''))
            i--;
        return i < 0 || text[i] is '.' or '?' or '!' or ':';
    }
}
