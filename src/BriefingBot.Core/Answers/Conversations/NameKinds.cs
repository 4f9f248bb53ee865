using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Tells people, places and bodies apart by the table of names and by the words a name has.</summary>
internal static class NameKinds
{
    /// <returns>place, demonym, org or person; null where nothing tells.</returns>
    public static string? Of(string name)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(name, new TextSpan(0, name.Length), tokens);
        var known = Aliases.Read(tokens.Where(token => !token.IsStopWord).Select(token => token.Term));
        if (known.Count == 0)
            known = Aliases.Read(tokens.Select(token => token.Term));
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return known.Count > 0 ? known[0].Kind
            : words.Any(word => SpeakerWords.Kind(word.ToLowerInvariant()) == SpeakerWord.Organisation) ? "org"
            : words.Length > 1 && SpeakerWords.Kind(words[0].ToLowerInvariant()) is SpeakerWord.Man or SpeakerWord.Woman or SpeakerWord.Title ? "person"
            : null;
    }

    /// <summary>Two or three capitalised words that no table knows as something else.</summary>
    public static bool IsPerson(string name) =>
        Of(name) is null or "person" && name.Split(' ') is { Length: > 1 and < 5 } words && Array.TrueForAll(words, word => char.IsUpper(word[0]));
}
