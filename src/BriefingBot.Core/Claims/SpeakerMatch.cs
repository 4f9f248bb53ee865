using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Tells whether a speaker is the one a question names, or speaks for it: Austin for the Pentagon.</summary>
internal static class SpeakerMatch
{
    // A name and its office stand together: "Lloyd Austin, the US defence secretary".
    private const int ReachInChars = 60;
    private const int MostMentions = 8;

    private static readonly ILookup<string, string> Offices = WordList.Lines("Claims.Data.offices.tsv")
        .Select(line => line.Split('\t')).ToLookup(fields => Key(Terms(fields[0])), fields => fields[1]);

    public static bool Is(Article article, Speaker speaker, QuestionName asked)
    {
        var own = Terms(speaker.Name);
        if (asked.Forms.Any(form => form.Terms.All(own.Contains)))
        {
            return true;
        }

        var around = Around(article, speaker);
        return asked.Forms.SelectMany(form => Offices[Key(form.Terms)]).Any(office => around.Contains(office, StringComparison.OrdinalIgnoreCase))
            || (speaker.IsNamed && asked.Forms.Any(form => form.Terms.Count > 0 && form.Weight > 0.6 && Adjoining(article, speaker, form)));
    }

    /// <summary>The terms of what stands right after a name, between commas: "secretary of the Inland Dockers' Union".</summary>
    public static IReadOnlyList<string> Office(Article article, string name)
    {
        const int LongestInChars = 80;
        var last = name.Split(' ')[^1];
        foreach (var end in Mentions(article.Text, last).Take(MostMentions).Select(at => at + last.Length))
        {
            if (end + 2 < article.Text.Length && article.Text[end] == ',' && char.IsUpper(last[0]))
            {
                var close = article.Text.AsSpan(end + 1, Math.Min(LongestInChars, article.Text.Length - end - 1)).IndexOfAny(",.\n”\"");
                return close < 0 ? [] : [.. Terms(article.Text[(end + 1)..(end + 1 + close)])];
            }
        }

        return [];
    }

    // "Deputy Pentagon Press Secretary Sabrina Singh", "Mark Rutte, the alliance's chief": the body stands right before or after the name.
    private static bool Adjoining(Article article, Speaker speaker, NameForm form)
    {
        var last = speaker.Name.Split(' ')[^1];
        foreach (var at in Mentions(article.Text, last))
        {
            var start = Math.Max(0, article.Text.LastIndexOfAny(['.', '\n', ',', '“', '"', ';'], Math.Max(0, at - 1)) + 1);
            if (form.Terms.All(Terms(article.Text[start..(at + last.Length)]).Contains))
            {
                return true;
            }
        }

        return false;
    }

    private static string Around(Article article, Speaker speaker)
    {
        var last = speaker.Name.Split(' ')[^1];
        return string.Join('\n', Mentions(article.Text, last).Take(MostMentions)
            .Select(at => article.Text[Math.Max(0, at - ReachInChars)..Math.Min(article.Text.Length, at + last.Length + ReachInChars)])
            .Append(speaker.Name));
    }

    private static IEnumerable<int> Mentions(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static string Key(IEnumerable<string> terms) => string.Join(' ', terms);

    private static HashSet<string> Terms(string text)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, new TextSpan(0, text.Length), tokens);
        return [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term)];
    }
}
