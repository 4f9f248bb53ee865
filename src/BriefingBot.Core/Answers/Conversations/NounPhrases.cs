using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Finds the noun phrase a question is about, by its articles, names and small words.</summary>
internal static class NounPhrases
{
    private const int MostWords = 7;

    /// <summary>"the Kestrin lock gate" in "What caused the Kestrin lock gate to burst?"; null if the question has none.</summary>
    public static string? Main(string question) => Phrases(question).OrderByDescending(phrase => phrase.Any(char.IsUpper)).FirstOrDefault();

    /// <summary>"North Korean soldiers": the first phrase of several.</summary>
    public static string? Plural(string question) => Phrases(question).FirstOrDefault(phrase => IsPlural(phrase[(phrase.LastIndexOf(' ') + 1)..]));

    /// <summary>The phrase that holds a name: "the finance minister of Velmora".</summary>
    public static string Around(string question, string name) =>
        Phrases(question).FirstOrDefault(phrase => phrase.Contains(name, StringComparison.OrdinalIgnoreCase)) ?? name;

    /// <summary>The name after in or at.</summary>
    public static string? Place(string question) =>
        Question.Parse(question).Names.LastOrDefault(name => question[..name.Span.Start].TrimEnd() is var before
            && (before.EndsWith(" in", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" at", StringComparison.OrdinalIgnoreCase)
                || before.EndsWith(" at the", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" in the", StringComparison.OrdinalIgnoreCase)))?.Text;

    private static IEnumerable<string> Phrases(string question)
    {
        var words = FollowUpWords.Of(question);
        var names = Question.Parse(question).Names;
        for (var i = 0; i < words.Count; i++)
        {
            var end = End(question, words, names, i);
            if (end == i)
                continue;

            yield return WithoutPossessive(question[words[i].Span.Start..words[end - 1].Span.End]);
            i = end - 1;
        }
    }

    /// <summary>One past the last word of the phrase that begins here; the beginning itself if none does.</summary>
    private static int End(string question, List<SpokenWord> words, IReadOnlyList<QuestionName> names, int start)
    {
        var opens = words[start].Lower is "the" or "a" or "an";
        if (!opens && !IsName(words[start], names))
            return start;

        var least = opens ? start + 1 : start;
        var end = least;
        while (end < words.Count && end - start < MostWords && IsPart(question, words, names, start, end))
            end++;
        return end == least ? start : end;
    }

    // A lower-case word after a name goes with it unless it looks like a verb; after "did" and "will" the verb comes next.
    private static bool IsPart(string question, List<SpokenWord> words, IReadOnlyList<QuestionName> names, int start, int i)
    {
        if (IsName(words[i], names))
            return true;
        if (words[i].Lower == "of" && i + 1 < words.Count)
            return IsName(words[i + 1], names);
        if (words[i].Kind != FollowUpWord.Content || (i > start && question.AsSpan(words[i - 1].Span.End, words[i].Span.Start - words[i - 1].Span.End).ContainsAny(",;:")))
            return false;

        var isOwned = i > start && (words[i - 1].Lower is "the" or "a" or "an" || words[i - 1].Lower.EndsWith("'s", StringComparison.Ordinal) || words[i - 1].Lower.EndsWith("’s", StringComparison.Ordinal));
        return isOwned || (!IsVerb(words[i].Lower) && !(start > 0 && IsAuxiliary(words[start - 1].Lower) && IsName(words[i - 1], names)));
    }

    private static bool IsName(SpokenWord word, IReadOnlyList<QuestionName> names) => names.Any(name => name.Span.Contains(word.Span));

    private static bool IsAuxiliary(string word) =>
        word is "do" or "does" or "did" or "will" or "would" or "can" or "could" or "shall" or "should" or "may" or "might" or "must";

    private static string WithoutPossessive(string phrase) =>
        phrase.EndsWith("'s", StringComparison.Ordinal) || phrase.EndsWith("’s", StringComparison.Ordinal) ? phrase[..^2] : phrase;

    private static bool IsVerb(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal)
        || TermAnalyzer.IrregularForms(Term(word)).Contains(word);

    private static string Term(string word)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(word, new TextSpan(0, word.Length), tokens);
        return tokens[0].Term;
    }

    private static bool IsPlural(string word) => word.Length > 3 && char.IsLower(word[0]) && word[^1] == 's' && word[^2] is not ('s' or 'u' or '\'' or '’');
}
