using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Attributions;

/// <summary>
/// Exact matches against polnear. A role of an attribution is the whole set of its fragments, and it is right only if all
/// of them are, to the character; articles are compared as sets of such roles. Beside it for content: every fragment for
/// itself (as CofeNet is measured), and the span from the first to the last fragment.
/// </summary>
internal sealed class AttributionScores
{
    private readonly Tally speakers = new();
    private readonly Tally cues = new();
    private readonly Tally contents = new();
    private readonly Tally fragments = new();
    private readonly Tally covers = new();
    private int quotations;
    private int rightSpeakers;
    private int pronouns;
    private int resolved;

    public void Add(PolNearArticle gold, IReadOnlyList<Attribution> found)
    {
        var named = gold.Attributions.Where(attribution => attribution.Speaker.Count > 0).ToList();
        var said = gold.Attributions.Where(attribution => attribution.Content.Count > 0).ToList();
        speakers.Add(found.Where(one => one.Speaker is not null).Select(one => one.Speaker.ToString()!), named.Select(one => Whole(one.Speaker)));
        cues.Add(found.Select(one => one.Cue.ToString()), gold.Attributions.Select(one => Whole(one.Cue)));
        contents.Add(found.Select(one => Whole(one.Content)), said.Select(one => Whole(one.Content)));
        fragments.Add(found.SelectMany(one => one.Content), said.SelectMany(one => one.Content));
        covers.Add(found.Select(one => one.Content[0].Union(one.Content[^1])), said.Select(one => one.Content[0].Union(one.Content[^1])));
        AddQuotations(gold.Text, named, found);
        AddPronouns(gold.Text, found);
    }

    private void AddQuotations(string text, List<GoldAttribution> gold, IReadOnlyList<Attribution> found)
    {
        foreach (var one in gold.Where(one => one.Content.Any(span => IsQuoted(text, span))))
        {
            quotations++;
            var isRight = found.Any(other => other.Speaker is { } speaker
                && one.Speaker.Any(span => span.Overlaps(speaker))
                && other.Content.Any(span => one.Content.Any(span.Overlaps)));
            rightSpeakers += isRight ? 1 : 0;
        }
    }

    private void AddPronouns(string text, IReadOnlyList<Attribution> found)
    {
        foreach (var one in found.Where(one => one.Speaker is { } speaker && text[speaker.Start..speaker.End].ToLowerInvariant() is "he" or "she" or "they"))
        {
            pronouns++;
            resolved += one.SpeakerName is null ? 0 : 1;
        }
    }

    private static bool IsQuoted(string text, TextSpan span) =>
        text[span.Start] is '"' or '“' or '”' || text.AsSpan(span.Start).StartsWith("''", StringComparison.Ordinal);

    private static string Whole(IReadOnlyList<TextSpan> spans) => string.Join(' ', spans);

    public void Print()
    {
        Console.WriteLine($"speaker            {speakers}");
        Console.WriteLine($"cue                {cues}");
        Console.WriteLine($"content            {contents}");
        Console.WriteLine($"content, fragments {fragments}");
        Console.WriteLine($"content, covering  {covers}");
        Console.WriteLine($"quotations whose speaker overlaps the gold one: {(double)rightSpeakers / Math.Max(1, quotations):f3} of {quotations}");
        Console.WriteLine($"speakers he, she, they resolved to a name: {resolved} of {pronouns}");
    }
}
