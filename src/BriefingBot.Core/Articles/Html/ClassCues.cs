using System.Collections.Frozen;
using AngleSharp.Dom;

namespace BriefingBot.Articles.Html;

/// <summary>What the tag, class, id and role of a page's elements say about their content.</summary>
internal sealed class ClassCues
{
    private static readonly FrozenDictionary<string, Cue> Words = Load(beginnings: false);
    private static readonly (string Beginning, Cue Cue)[] Beginnings = [.. Load(beginnings: true).Select(pair => (pair.Key, pair.Value))];

    private readonly Dictionary<string, Cue> _known = new(StringComparer.Ordinal);

    public Cue Of(IElement element)
    {
        if (Tags.Boilerplate.Contains(element.LocalName))
        {
            return Cue.Boilerplate;
        }

        if (element.LocalName is "figcaption" or "figure" or "caption")
        {
            return Cue.Caption;
        }

        var found = Cue.None;
        foreach (var names in (ReadOnlySpan<string?>)[element.ClassName, element.Id, element.GetAttribute("role"), element.GetAttribute("itemprop")])
        {
            var cue = names is null ? Cue.None : Known(names);
            found = cue is Cue.Story || found is Cue.None ? cue : found;
        }

        return found;
    }

    /// <summary>The elements of a page share few names.</summary>
    private Cue Known(string names)
    {
        if (!_known.TryGetValue(names, out var cue))
        {
            _known[names] = cue = OfNames(names);
        }

        return cue;
    }

    /// <summary>A story word decides, else the first word that says anything.</summary>
    internal static Cue OfNames(string names)
    {
        var found = Cue.None;
        foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var previous = "";
            foreach (var word in WordsOf(name))
            {
                var cue = OfWord(previous + word) is var pair and not Cue.None ? pair : OfWord(word);
                if (cue is Cue.Story)
                {
                    return cue;
                }

                found = found is Cue.None ? cue : found;
                previous = word;
            }
        }

        return found;
    }

    private static Cue OfWord(string word)
    {
        if (Words.TryGetValue(word, out var cue))
        {
            return cue;
        }

        return Array.Find(Beginnings, entry => word.StartsWith(entry.Beginning, StringComparison.Ordinal)).Cue;
    }

    /// <summary>"authorBio--large" is author, bio, large.</summary>
    private static IEnumerable<string> WordsOf(string name)
    {
        for (var start = 0; start < name.Length;)
        {
            var end = start;
            while (end < name.Length && char.IsAsciiLetter(name[end]) && !(end > start && char.IsAsciiLetterUpper(name[end]) && char.IsAsciiLetterLower(name[end - 1])))
            {
                end++;
            }

            if (end > start)
            {
                yield return name[start..end].ToLowerInvariant();
            }

            start = end > start && end < name.Length && char.IsAsciiLetterUpper(name[end]) ? end : end + 1;
        }
    }

    private static FrozenDictionary<string, Cue> Load(bool beginnings)
    {
        Dictionary<string, Cue> words = [];
        var cue = Cue.None;
        foreach (var line in WordList.Lines("Articles.Html.Data.class-cues.txt"))
        {
            if (line[0] == '[')
            {
                cue = Enum.Parse<Cue>(line[1..^1], ignoreCase: true);
            }
            else if (line.EndsWith('*') == beginnings)
            {
                words[line.TrimEnd('*')] = cue;
            }
        }

        return words.ToFrozenDictionary();
    }
}
