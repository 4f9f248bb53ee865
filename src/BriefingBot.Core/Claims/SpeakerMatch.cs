using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Tells whether a speaker is the one a question names, or speaks for it: Austin for the Pentagon.</summary>
internal static class SpeakerMatch
{
    private const int LongestOfficeInChars = 80;

    // A spokesperson's body is named at most so far before the name, or in the title.
    private const int ReachInChars = 300;
    private const int MostMentions = 8;

    // "The former defence secretary": so far into what follows a name its role is.
    private const int LongestOfficeInWords = 6;

    // Below it a form of the asked name may mean something else.
    private const double LeastFormWeight = 0.6;

    private static readonly ILookup<string, string> OfficesOf = WordList.Lines("Claims.Data.offices.tsv")
        .Select(line => line.Split('\t')).ToLookup(fields => Key(Terms(fields[0])), fields => fields[1]);

    private static readonly FrozenSet<string> Spokespeople = FrozenSet.Create("spokesman", "spokeswoman", "spokesperson", "press secretary");

    private static readonly string[] Appositions = [" who ", " the ", " a ", " an ", " its "];

    public static bool Is(Article article, Speaker speaker, QuestionName asked)
    {
        var own = Terms(speaker.Name);
        if (asked.Forms.Any(form => form.Terms.Count > 0 && form.Weight >= LeastFormWeight && form.Terms.All(own.Contains)))
        {
            return true;
        }

        if (!char.IsUpper(LastWord(speaker.Name)[0]))
        {
            return false;
        }

        var offices = asked.Forms.SelectMany(form => OfficesOf[Key(form.Terms)]).ToList();
        return Mentions(article.Text, LastWord(speaker.Name)).Take(MostMentions)
            .Any(at => Describes(article, at, Beside(article.Text, at), offices, asked));
    }

    /// <summary>The terms of what stands right after a name, between commas, wherever the article has it: "secretary of the Inland Dockers' Union".</summary>
    public static IEnumerable<HashSet<string>> Offices(Article article, string name) =>
        char.IsUpper(LastWord(name)[0])
            ? Mentions(article.Text, LastWord(name)).Take(MostMentions).Select(at => After(article.Text, at.End)).Where(HasRole).Select(SpeakerName.TermsOf)
            : [];

    /// <summary>The terms of the office that stands right before a name: "Ukraine's president, Volodymyr Zelensky", "Pentagon spokeswoman Sabrina Singh".</summary>
    public static IEnumerable<HashSet<string>> OfficesBefore(Article article, string name) =>
        char.IsUpper(LastWord(name)[0])
            ? Mentions(article.Text, LastWord(name)).Take(MostMentions).Select(at => Wording.Of(Tongues.Of(article)) is { } wording ? RoleBefore.Of(article.Text, at.Start, wording) : OfficeBefore(article.Text, at.Start)).OfType<TextSpan>().Select(at => SpeakerName.TermsOf(article.Text[at.Start..at.End]))
            : [];

    /// <summary>What a sentence says that somebody is, right before or after the name; null if nothing.</summary>
    /// <param name="name">The last word of it.</param>
    public static TextSpan? RoleBeside(string text, TextSpan sentence, string name)
    {
        foreach (var at in Mentions(text, name).Where(sentence.Contains))
        {
            var after = After(text, at.End);
            if (IsApposition(after) && !IsInIntroduction(text, sentence.Start, at))
            {
                return new TextSpan(at.End + 2, at.End + 1 + after.Length);
            }

            if (OfficeBefore(text, at.Start) is { } before && sentence.Contains(before))
            {
                return before;
            }
        }

        return null;
    }

    // "The mayor of Veldt", "secretary of state", "who was mayor", but not "are an attack on the office", "took office", "speaking to the mayor".
    private static bool IsApposition(string after)
    {
        var words = Words.Of(after, new TextSpan(0, after.Length));
        return after.StartsWith(' ') && words.Count > 1 && (Appositions.Any(start => after.StartsWith(start, StringComparison.Ordinal))
            || (HasRole(string.Join(' ', words.Take(LongestOfficeInWords).Select(word => word.Lower))) && IsNoun(words[0].Lower)));
    }

    private static bool IsNoun(string first) => !NameWords.Is("opener", first) && !NameWords.Is("auxiliary", first) && !first.EndsWith("ing", StringComparison.Ordinal) && !first.EndsWith("ed", StringComparison.Ordinal) && !Sayings.IsSaying(first);

    // "Before Truss, the shortest reign": the comma ends what the sentence begins with.
    private static bool IsInIntroduction(string text, int sentence, TextSpan name)
    {
        var before = Words.Of(text, new TextSpan(sentence, name.Start)).SkipWhile(word => word.IsMark).ToList();
        before = [.. before.Skip(before.FindLastIndex(word => word.Lower is "–" or "—" or ")") + 1)];
        return before.Count > 0 && (NameWords.Is("preposition", before[0].Lower) || before[0].Lower is "as" or "when" or "while" or "if" or "like" or "unlike" or "because" or "since" or "although" or "though") && !before.Exists(word => word.Lower == ",");
    }

    // "Lloyd Austin, took much the same line as Rutte" has none.
    private static bool HasRole(string office) => Words.Of(office, new TextSpan(0, office.Length)).Exists(word => SpeakerWords.Kind(word.Lower.Split('-')[0]) is SpeakerWord.Person or SpeakerWord.Organisation);

    // The last role before the name with the words that go with it: back to a mark, a verb of saying or a word that joins sentences.
    private static TextSpan? OfficeBefore(string text, int name)
    {
        var words = Words.Of(text, new TextSpan(Math.Max(0, name - LongestOfficeInChars), name));
        var end = words.FindLastIndex(word => !word.IsCapitalised || SpeakerWords.Kind(word.Lower) == SpeakerWord.Person) + 1;
        end = end > 0 && words[end - 1].Lower == "," ? end - 1 : end;
        if (end == 0 || SpeakerWords.Kind(words[end - 1].Lower) != SpeakerWord.Person)
        {
            return null;
        }

        var start = end - 1;
        while (start > 0 && !words[start - 1].IsMark && !Sayings.IsSaying(words[start - 1].Lower) && words[start - 1].Lower is not ("that" or "and" or "but" or "with" or "by" or "to" or "from" or "as"))
        {
            start--;
        }

        return words[start].Span.Union(words[end - 1].Span);
    }

    private static bool Describes(Article article, TextSpan name, string beside, List<string> offices, QuestionName asked)
    {
        if (offices.Exists(office => beside.Contains(office, StringComparison.OrdinalIgnoreCase)) || Names(asked, beside))
        {
            return true;
        }

        return Spokespeople.Any(role => beside.Contains(role, StringComparison.OrdinalIgnoreCase))
            && Names(asked, $"{article.Title} {article.Text[Math.Max(0, name.Start - ReachInChars)..name.Start]}");
    }

    private static bool Names(QuestionName asked, string text)
    {
        var terms = Terms(text);
        return asked.Forms.Any(form => form.Terms.Count > 0 && form.Weight >= LeastFormWeight && form.Terms.All(terms.Contains));
    }

    /// <summary>What describes a name: the words up to it since the last comma or stop, the part before that if it ends in a comma, and what follows between commas.</summary>
    private static string Beside(string text, TextSpan name)
    {
        var start = text.LastIndexOfAny(['.', '\n', ',', '“', '"', '”', ';', ':'], Math.Max(0, name.Start - 1)) + 1;
        var before = text[start..name.Start];
        var isOnlyName = before.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => char.IsUpper(word[0]));
        if (isOnlyName && start > 1 && text[start - 1] == ',')
        {
            var earlier = text.LastIndexOfAny(['.', '\n', ',', '“', '"', '”', ';', ':'], start - 2) + 1;
            before = text[Math.Max(earlier, start - LongestOfficeInChars)..start] + before;
        }

        return $"{before} {After(text, name.End)}";
    }

    private static string After(string text, int end)
    {
        if (end + 2 >= text.Length || text[end] != ',')
        {
            return "";
        }

        var rest = text.AsSpan(end + 1, Math.Min(LongestOfficeInChars, text.Length - end - 1));
        var close = 0;
        while (close < rest.Length && (rest[close] is not (',' or '.' or '\n' or '”' or '"') || IsOfInitials(rest, close)))
        {
            close++;
        }

        return close == rest.Length ? "" : rest[..close].ToString();
    }

    // The points of "U.S."
    private static bool IsOfInitials(ReadOnlySpan<char> text, int point) =>
        text[point] == '.' && point > 0 && char.IsUpper(text[point - 1]) && (point < 2 || !char.IsLetter(text[point - 2]));

    private static IEnumerable<TextSpan> Mentions(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            yield return new TextSpan(at, at + word.Length);
        }
    }

    private static string LastWord(string name) => name.Split(' ')[^1];

    private static string Key(IEnumerable<string> terms) => string.Join(' ', terms);

    /// <summary>The terms of a text, stop words left out.</summary>
    public static HashSet<string> Terms(string text)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, new TextSpan(0, text.Length), tokens);
        return [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term)];
    }
}
