using System.Text;
using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Factualities;

/// <summary>One annotated sentence.</summary>
/// <param name="Events">The word of each event, and how firmly it is committed to, -3 to 3.</param>
internal sealed record FactualitySentence(List<Word> Words, IReadOnlyList<(int Word, double Score)> Events)
{
    private static readonly string[] Glued = ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "'", ",", ".", "?", "!", ";", ":", "%"];

    public static List<FactualitySentence> Read(string file) => [.. File.ReadLines(file).Select(Parse)];

    private static FactualitySentence Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var (text, starts) = Join(json.RootElement.GetProperty("text").GetString()!.Split(' '));
        var words = BriefingBot.Claims.Words.Of(text, new TextSpan(0, text.Length));
        List<(int, double)> events = [];
        foreach (var target in json.RootElement.GetProperty("targets").EnumerateArray())
        {
            var at = starts[target.GetProperty("span1")[0].GetInt32()];
            events.Add((words.FindIndex(word => word.Span.End > at), target.GetProperty("label").GetDouble()));
        }

        return new FactualitySentence(words, events);
    }

    /// <summary>The text as it was before it was cut into tokens, and where each token begins in it.</summary>
    private static (string Text, List<int> Starts) Join(string[] tokens)
    {
        StringBuilder text = new();
        List<int> starts = [];
        foreach (var token in tokens)
        {
            if (text.Length > 0 && !Glued.Contains(token, StringComparer.OrdinalIgnoreCase))
            {
                text.Append(' ');
            }

            starts.Add(text.Length);
            text.Append(token is "``" or "''" ? "\"" : token);
        }

        return (text.ToString(), starts);
    }
}
