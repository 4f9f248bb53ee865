using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Tells one bearer of a name from another: Ruth Ashby is not Colin Ashby.</summary>
internal static class Namesakes
{
    private const int ReachOfGivenNameInWords = 3;

    /// <summary>Whether a word of a sentence is a word of the name and may mean its bearer.</summary>
    public static bool IsOf(IReadOnlyList<Word> words, int at, QuestionName name) =>
        IndexIn(PartsOf(name), words[at]) is var part and >= 0 && !IsCommon(words[at]) && !IsOfAnother(words, at, PartsOf(name), part);

    /// <summary>Whether the words name another bearer and not the one meant.</summary>
    public static bool AreOnly(IReadOnlyList<Word> words, QuestionName name)
    {
        var parts = PartsOf(name);
        var others = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsCapitalised || IsCommon(words[i]) || IndexIn(parts, words[i]) is not (var part and >= 0))
            {
                continue;
            }

            if (!IsOfAnother(words, i, parts, part))
            {
                return false;
            }

            others = true;
        }

        return others;
    }

    // "Bank" and "President" are of many.
    private static bool IsCommon(Word word) => SpeakerWords.Kind(word.Lower) != SpeakerWord.Unknown;

    private static bool IsOfAnother(IReadOnlyList<Word> words, int at, List<string> parts, int part) =>
        (part > 0 && at > 0 && IsOther(words[at - 1], parts[part - 1]) && !(at == 1 && words.Count > 1 && RoleWords.Is("definite", words[0].Lower))
            && !words.Skip(at - ReachOfGivenNameInWords).Take(Math.Min(at, ReachOfGivenNameInWords)).Any(word => parts.Contains(Plain(word.Lower))))
        || (part + 1 < parts.Count && at + 1 < words.Count && !words[at].Lower.EndsWith('s') && IsOther(words[at + 1], parts[part + 1]) && part == 0);

    private static bool IsOther(Word beside, string part) => beside is { IsCapitalised: true, Lower.Length: > 1 } && !IsCommon(beside) && !RoleWords.Is("preposition", beside.Lower) && !RoleWords.Is("definite", beside.Lower)
        && !RoleWords.Is("stop", beside.Lower) && !RoleWords.Is("link", beside.Lower) && Plain(beside.Lower) != part;

    private static List<string> PartsOf(QuestionName name) => Words.Of(name.Text, new TextSpan(0, name.Text.Length)).FindAll(word => !word.IsMark).ConvertAll(word => Plain(word.Lower));

    private static int IndexIn(List<string> parts, Word word) => parts.Count < 2 ? -1 : parts.IndexOf(Plain(word.Lower));

    private static string Plain(string lower) => lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("’s", StringComparison.Ordinal) ? lower[..^2] : lower;
}
