using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Finds the names of a Korean question, which no capital tells: bodies by how they end, people by the title that follows.</summary>
internal static class KoreanNames
{
    private const int ShortestBody = 3;
    private const int LongestPersonName = 4;

    // A person where the article leaves the title out.
    private const double UntitledWeight = 0.9;

    private static readonly FrozenSet<string> Titles = Words("title");
    private static readonly string[] Bodies = [.. Words("body")];
    private static readonly string[] Places = [.. Words("place")];
    private static readonly FrozenSet<string> Known = Words("known");

    /// <summary>Alone or after the body it is of: 시장, 한결시장.</summary>
    public static bool IsTitle(string stem) => Titles.Contains(stem) || Titles.Any(title => title.Length > 1 && stem.Length > title.Length && stem.EndsWith(title, StringComparison.Ordinal));

    public static bool IsBody(string stem) => Known.Contains(stem)
        || (stem.Length >= ShortestBody && Array.Exists(Bodies, body => stem.EndsWith(body, StringComparison.Ordinal) && stem.Length > body.Length));

    private static bool IsPlace(string stem) => stem.Length >= ShortestBody && Array.Exists(Places, place => stem.EndsWith(place, StringComparison.Ordinal));

    public static List<QuestionName> Find(string text)
    {
        List<QuestionName> names = [];
        var words = Stems(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && IsTitle(Stem(text, words[i + 1])) && IsPerson(text, words[i]))
                names.Add(Person(text, words[i], words[++i]));
            else if (IsBody(Stem(text, words[i])) || IsPlace(Stem(text, words[i])))
                names.Add(new QuestionName(Stem(text, words[i]), words[i], [new NameForm(Terms(Stem(text, words[i])), 1)]));
        }

        return names;
    }

    private static bool IsPerson(string text, TextSpan name) => name.Length is >= 2 and <= LongestPersonName && !IsBody(Stem(text, name));

    private static QuestionName Person(string text, TextSpan name, TextSpan title)
    {
        var span = name.Union(title);
        return new QuestionName(text[span.Start..span.End], span, [new NameForm(Terms(Stem(text, name)), 1), new NameForm(Terms(text[span.Start..span.End]), UntitledWeight)]);
    }

    private static string[] Terms(string words)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(words, new TextSpan(0, words.Length), tokens);
        return [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term)];
    }

    private static string Stem(string text, TextSpan word) => text[word.Start..word.End];

    /// <summary>The stems of the Korean words, in order.</summary>
    private static List<TextSpan> Stems(string text)
    {
        List<TextSpan> stems = [];
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && KoreanWords.IsHangul(text[i]))
                i++;
            if (i > start)
                stems.Add(new TextSpan(start, start + KoreanWords.StemLength(text.AsSpan(start, i - start))));
        }

        return stems;
    }

    private static FrozenSet<string> Words(string kind) => WordList.Lines("Retrieval.Data.korean-names.tsv").Select(line => line.Split('\t'))
        .Where(fields => fields[0] == kind).SelectMany(fields => fields[1].Split(' ')).ToFrozenSet();
}
