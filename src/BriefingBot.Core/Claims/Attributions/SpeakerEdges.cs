using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Takes off a speaker's words what no speaker begins or ends with: a bullet, a place and its colon, a word that joins sentences, half of a pair of brackets.</summary>
internal static partial class SpeakerEdges
{
    private const int FarthestAccusedInChars = 100;

    private static readonly string[] Joints = ["as ", "which ", "what ", "while ", "and ", "but ", "because "];

    /// <returns>The same where nothing is to take off, or nothing would be left.</returns>
    public static Attribution Trim(string text, Attribution attribution)
    {
        if (attribution.Speaker is not { } speaker)
        {
            return attribution;
        }

        if (Accused(text, speaker.Start) is { } accused)
        {
            return attribution with { Speaker = accused };
        }

        var (start, end) = (Start(text, speaker), speaker.End);
        while (start < end && (IsBullet(text[start]) || IsLoose(text, start, end, text[start])))
        {
            start++;
        }

        while (end > start && IsLoose(text, start, end, text[end - 1]))
        {
            end--;
        }

        return start < end ? attribution with { Speaker = WithoutClause(text, new TextSpan(start, end)) } : attribution;
    }

    // "The spy agency means soldiers it [says]": the speaker is the agency. "What Veldt does [say]": Veldt. "The agency's [word]": the agency.
    private static TextSpan WithoutClause(string text, TextSpan speaker)
    {
        var words = Words.Of(text, speaker);
        if (words.Count > 0 && words[^1].Lower is [.. var owner, '\'' or '’', 's'] && SpeakerWords.Kind(owner) is SpeakerWord.Organisation or SpeakerWord.Person)
        {
            return new TextSpan(speaker.Start, words[^1].Span.End - "'s".Length);
        }

        if (words.Count > 1 && !words[^1].IsCapitalised && (NameWords.Is("auxiliary", words[^1].Lower) || (words[^2].IsCapitalised && !NameWords.Is("determiner", words[^2].Lower) && IsAfterthought(words[^1].Lower))))
        {
            return words[0].Span.Union(words[^2].Span);
        }

        if (words.Count < 3 || words[^1].Lower is not ("it" or "he" or "she" or "they"))
        {
            return speaker;
        }

        var head = words.FindIndex(word => SpeakerWords.Kind(word.Lower) is SpeakerWord.Organisation or SpeakerWord.Person);
        return head < 0 ? words[^1].Span : words[0].Span.Union(words[head].Span);
    }

    // "Pell himself", "Dolen again".
    private static bool IsAfterthought(string word) => NameWords.Is("adverb", word) || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal)) || word.EndsWith("self", StringComparison.Ordinal);

    // "The man accused of attacking Jan Pell [told the police]" is not Jan Pell.
    private static TextSpan? Accused(string text, int speaker)
    {
        var from = Math.Max(0, speaker - FarthestAccusedInChars);
        return AccusedOf().Match(text[from..speaker]) is { Success: true } match ? new TextSpan(from + match.Groups[1].Index, from + match.Groups[1].Index + match.Groups[1].Length) : null;
    }

    // "St. Veldt: State officials", "which experts", "As Jan Pell".
    private static int Start(string text, TextSpan speaker)
    {
        var words = text.AsSpan(speaker.Start, speaker.Length);
        var colon = words.LastIndexOf(": ");
        if (colon >= 0)
        {
            return speaker.Start + colon + ": ".Length;
        }

        // "Kestrin/Veldt (CNN) Mayor Jan Pell".
        var agency = words.IndexOf(") ");
        if (agency > 1 && (speaker.Start == 0 || text[speaker.Start - 1] == '\n') && char.IsUpper(words[agency - 1]) && char.IsUpper(words[agency - 2]) && agency + 2 < words.Length && char.IsUpper(words[agency + 2]))
        {
            return speaker.Start + agency + ") ".Length;
        }

        // "Following the vote, Jan Pell".
        var comma = words.IndexOf(", ");
        var first = words[..Math.Max(0, words.IndexOf(' '))].ToString();
        if (comma > 0 && (NameWords.Is("preposition", first) || first is "Following" or "Despite" or "Amid" or "Since"))
        {
            return speaker.Start + comma + ", ".Length;
        }

        foreach (var joint in Joints)
        {
            if (words.StartsWith(joint, StringComparison.OrdinalIgnoreCase) && !words.StartsWith("as many", StringComparison.OrdinalIgnoreCase))
            {
                return speaker.Start + joint.Length;
            }
        }

        return speaker.Start;
    }

    private static bool IsLoose(string text, int start, int end, char mark) => mark switch
    {
        '(' => !text.AsSpan(start, end - start).Contains(')'),
        ')' => !text.AsSpan(start, end - start).Contains('('),
        '[' => !text.AsSpan(start, end - start).Contains(']'),
        ']' => !text.AsSpan(start, end - start).Contains('['),
        _ => mark == ' ',
    };

    private static bool IsBullet(char mark) => mark is '•' or '●' or '▪' or '■' or '►' or '▶' or '|' or '-' or '–' or '—' or '*' or '/';

    [GeneratedRegex(@"\b((?:the|an?) (?:[\p{L}-]+ ){0,2}[\p{L}-]+?) (?:who (?:is|was|has been) )?(?:accused|suspected|convicted|charged with|arrested for|alleged to)\b[^.,;:\n“”""]*\s$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex AccusedOf();
}
