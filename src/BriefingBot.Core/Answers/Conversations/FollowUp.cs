using System.Text.RegularExpressions;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Rewrites a question that leans on the last ones, so that it stands alone.</summary>
internal static partial class FollowUp
{
    // A name without a verb is longer only as a list.
    private const int MostFragmentWords = 6;

    // What names nobody and says so little may carry on with the last subject.
    private const int MostContentWordsOfCarried = 3;

    // One for who or what, one for what is asked of it: such a question is asked as typed before it is given a subject.
    private const int LeastContentWordsOfWhole = 2;

    /// <param name="text">As typed.</param>
    /// <param name="turns">At least one, oldest first.</param>
    public static IReadOnlyList<string> Resolve(string text, IReadOnlyList<Turn> turns)
    {
        // The words that a follow-up leans on are known in English alone.
        if (Tongues.OfQuestion(text) != Tongue.English)
            return [text];

        var last = Topics.WithoutFollowUp(turns[^1].Question);
        var (core, isJoined) = WithoutJoin(text.Trim());
        if (FollowUpWords.Of(core).Count == 0)
            return [text];
        if (Fragment(core, isJoined) is { } fragment)
            return [Capitalised(Substitution.Of(last, fragment))];

        return [.. Readings(text, core, isJoined, last, new Antecedents(turns)).Select(Capitalised)];
    }

    private static IReadOnlyList<string> Readings(string text, string core, bool isJoined, string last, Antecedents antecedents)
    {
        var pointed = Replace(core, antecedents);
        var words = FollowUpWords.Of(pointed);
        var names = Question.Parse(pointed).Names;
        var content = Content(pointed, words, names);
        var leans = words.Exists(word => word.Kind == FollowUpWord.Pointer && IsPointing(pointed, word)) || words.Exists(word => word.Kind == FollowUpWord.It && !IsExpletive(pointed, word));
        if (content == 0 && (names.Count == 0 || leans || words.Exists(word => word.Kind is FollowUpWord.Speech or FollowUpWord.Sure or FollowUpWord.Frame)))
            return [Topics.Join(last, pointed, words)];
        if (leans)
            return [antecedents.Subject is { } subject ? Topics.About(pointed, subject) : pointed];
        if (!ReferenceEquals(pointed, core))
            return [pointed];
        if (names.Count == 0 && (isJoined || content <= MostContentWordsOfCarried) && antecedents.Subject is { } carried)
        {
            // What is counted is counted of something, which such a question seldom says.
            var isWhole = !isJoined && content >= LeastContentWordsOfWhole && words[0].Lower != "how";
            return isWhole ? [text, Topics.About(pointed, carried)] : [Topics.About(pointed, carried), text];
        }

        return [isJoined && names.Count == 0 ? core : text];
    }

    /// <summary>How many words of content a question has that are no name; of one for somebody's words, only those after the saying.</summary>
    private static int Content(string text, List<SpokenWord> words, IReadOnlyList<QuestionName> names)
    {
        var said = Question.Parse(text).Kind == QuestionKind.Statement ? words.FindIndex(word => word.Kind == FollowUpWord.Speech) : -1;
        return words.Skip(said + 1).Count(word => word.Kind == FollowUpWord.Content && !names.Any(name => name.Span.Contains(word.Span)));
    }

    private static string Capitalised(string question) => $"{char.ToUpperInvariant(question[0])}{question[1..]}";

    private static (string Core, bool IsJoined) WithoutJoin(string text)
    {
        var words = FollowUpWords.Of(text);
        var joins = words.TakeWhile(word => word.Kind == FollowUpWord.Join).Count();
        return joins == 0 || joins == words.Count ? (text, false) : (text[words[joins].Span.Start..], true);
    }

    /// <summary>What stands alone where a question should: "And NATO?", "What about the union?", "In March?".</summary>
    private static string? Fragment(string core, bool isJoined)
    {
        if (About().Match(core) is { Success: true } about)
            return about.Groups[1].Value;

        var words = FollowUpWords.Of(core);
        var kind = Question.Parse(core).Kind;
        return words.Count <= MostFragmentWords && kind == QuestionKind.Other && (isJoined || (core.EndsWith('?') && IsPhrase(core, words)))
            && words.Exists(word => word.Kind == FollowUpWord.Content)
            && !words.Exists(word => word.Kind is FollowUpWord.Speech or FollowUpWord.Sure or FollowUpWord.Frame or FollowUpWord.It or FollowUpWord.Pointer)
            ? core.TrimEnd('?', '.', '!', ' ')
            : null;
    }

    /// <summary>A name, or what an article, a preposition or another small word opens; not a sentence, of whatever language.</summary>
    private static bool IsPhrase(string core, List<SpokenWord> words)
    {
        var names = Question.Parse(core).Names;
        return words[0].Kind == FollowUpWord.Small || words.TrueForAll(word => word.Kind == FollowUpWord.Small || names.Any(name => name.Span.Contains(word.Span)));
    }

    /// <summary>Puts names for pronouns where the last turns give one that fits.</summary>
    private static string Replace(string core, Antecedents antecedents)
    {
        var result = core;
        var isSureOnly = IsSureOnly(core);

        // The second "its" of a sentence is clear from the first.
        foreach (var word in FollowUpWords.Of(core).DistinctBy(word => (word.Kind, word.Kind is FollowUpWord.It or FollowUpWord.They ? 0 : word.Span.Start)).Reverse())
        {
            var name = word.Kind switch
            {
                FollowUpWord.He => antecedents.Person("he"),
                FollowUpWord.She => antecedents.Person("she"),
                FollowUpWord.They => antecedents.Group,
                FollowUpWord.It when !isSureOnly && !IsExpletive(core, word) && !IsWhole(core, word) => antecedents.Subject,
                FollowUpWord.There when !IsExistential(core, word) => antecedents.Place is { } place ? $"in {place}" : null,
                _ => null,
            };
            if (name is null)
                continue;

            var replacement = IsPossessive(core, word) ? $"{name}{(name.EndsWith('s') ? "’" : "’s")}" : name;
            if (word.Lower == "them" && result[..word.Span.Start].EndsWith(" of ", StringComparison.Ordinal) && !name.StartsWith("the ", StringComparison.Ordinal))
            {
                result = $"{result[..(word.Span.Start - "of ".Length)]}{replacement}{result[word.Span.End..]}";
                continue;
            }

            result = $"{result[..word.Span.Start]}{replacement}{result[word.Span.End..]}";
        }

        return result;
    }

    // "her" before a word that is not small: her death, but "see her in".
    private static bool IsPossessive(string core, SpokenWord word) =>
        word.Lower is "his" or "its" or "their" or "theirs" or "hers"
        || (word.Lower == "her" && FollowUpWords.Of(core).Find(next => next.Span.Start > word.Span.End) is { Lower: not null, Kind: not FollowUpWord.Small });

    /// <summary>It stands for all that was said, not for a thing: "confirm it?", "say about it?", "is it true?".</summary>
    private static bool IsWhole(string core, SpokenWord word)
    {
        if (Whole().IsMatch(core[word.Span.Start..]))
            return true;

        var before = FollowUpWords.Of(core[..word.Span.Start]);
        var endsQuestion = core.AsSpan(word.Span.End).Trim([' ', '?', '.', '!']).IsEmpty;
        var isObject = before is [.., { Kind: FollowUpWord.Content } verb] && char.IsLower(core[verb.Span.Start]);
        return endsQuestion && !isObject && before.Exists(other => other.Kind is FollowUpWord.Speech or FollowUpWord.Frame);
    }

    /// <summary>Whether it asks nothing but whether that is so.</summary>
    private static bool IsSureOnly(string core) =>
        FollowUpWords.Of(core).TrueForAll(word => word.Kind is FollowUpWord.It or FollowUpWord.Pointer or FollowUpWord.Sure or FollowUpWord.Speech or FollowUpWord.Small or FollowUpWord.Join);

    private static bool IsExpletive(string core, SpokenWord word) => Expletive().IsMatch(core[word.Span.Start..]);

    private static bool IsExistential(string core, SpokenWord word) =>
        Existential().IsMatch(core[..word.Span.End]) || core[word.Span.End..].StartsWith(" is", StringComparison.Ordinal) || core[word.Span.End..].StartsWith(" are", StringComparison.Ordinal);

    /// <summary>Not the "that" which only leads into a clause.</summary>
    private static bool IsPointing(string text, SpokenWord word)
    {
        var after = text[word.Span.End..];
        return word.Lower != "that" || after.AsSpan().Trim([' ', '?', '.', '!', ',']).IsEmpty || BareThat().IsMatch(text[..word.Span.End]);
    }

    [GeneratedRegex(@"^(?:what|how) about (.{1,80}?)[?.! ]*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex About();

    [GeneratedRegex(@"^it\W+(?:is\W+|was\W+)?(?:\w+ly\W+)?(?:true|certain|sure|confirmed|proven|official|right|happen(?:ed)?|known)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^it\W+(?:is\W+|was\W+)?(?:\w+ly\W+)?(?:true|certain|likely|possible|confirmed|proven|known|clear) (?:that|to|whether|if)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Expletive();

    [GeneratedRegex(@"\b(?:is|are|was|were|be|been) there$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Existential();

    [GeneratedRegex(@"^(?:\w+ )?(?:is|was|did|does|has) that$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex BareThat();
}
