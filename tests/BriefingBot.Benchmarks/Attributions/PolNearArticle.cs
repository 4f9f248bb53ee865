using BriefingBot.Articles;

namespace BriefingBot.Benchmarks.Attributions;

/// <summary>Spans that one annotator marked as one attribution; each role may have several fragments.</summary>
internal sealed record GoldAttribution(IReadOnlyList<TextSpan> Speaker, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);

/// <summary>An article with one annotator's attributions in brat stand-off form.</summary>
internal sealed record PolNearArticle(string Name, string Text, IReadOnlyList<GoldAttribution> Attributions)
{
    /// <summary>All annotations of a part, ordered by name; an article that several people annotated comes several times.</summary>
    public static IEnumerable<PolNearArticle> Read(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "attributions"), "*.ann").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            name = name[..name.LastIndexOf('_')];
            var text = File.ReadAllText(Path.Combine(folder, "text", name + ".txt"));
            yield return new PolNearArticle(name, text, Attribute(path, text));
        }
    }

    private static List<GoldAttribution> Attribute(string path, string text)
    {
        var rows = File.ReadLines(path).Select(line => line.Split('\t')).Where(row => row.Length > 1).ToList();
        var offsets = Offsets(text);
        var spans = rows.Where(row => row[0][0] == 'T').ToDictionary(row => row[0], row => Fragments(row[1], text, offsets));
        List<GoldAttribution> attributions = [];
        foreach (var row in rows.Where(row => row[0][0] == 'E'))
        {
            var roles = row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(role => role.Split(':')).ToLookup(role => role[0].TrimEnd('2', '3'), role => spans[role[1]]);
            GoldAttribution attribution = new(Joined(roles["Source"], text), Joined(roles["Cue"], text), Joined(roles["Content"], text));
            if (attribution.Cue.Count > 0)
            {
                attributions.Add(attribution);
            }
        }

        return attributions;
    }

    // The stand-off file counts code points, an article UTF-16 units.
    private static int[] Offsets(string text)
    {
        List<int> offsets = [];
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            offsets.Add(i);
        }

        offsets.Add(text.Length);
        return [.. offsets];
    }

    private static List<TextSpan> Fragments(string columns, string text, int[] offsets)
    {
        var ranges = columns[(columns.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';');
        return Joined([ranges.Select(range => range.Split(' ')).Select(ends => new TextSpan(offsets[int.Parse(ends[0])], offsets[int.Parse(ends[1])])).ToList()], text);
    }

    // Fragments with only white space between them are one: the form breaks spans at line ends.
    private static List<TextSpan> Joined(IEnumerable<List<TextSpan>> fragments, string text)
    {
        List<TextSpan> joined = [];
        foreach (var span in fragments.SelectMany(spans => spans).Order())
        {
            if (joined.Count > 0 && (joined[^1].End >= span.Start || text.AsSpan(joined[^1].End, span.Start - joined[^1].End).IsWhiteSpace()))
            {
                joined[^1] = joined[^1].Union(span);
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }
}
