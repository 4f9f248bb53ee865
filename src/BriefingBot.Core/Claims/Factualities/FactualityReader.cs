using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Reads how firmly an article commits to what it says or quotes. Safe for any number of threads.</summary>
public static class FactualityReader
{
    // Of two levels that a sentence has as often, the weaker counts; so does one that this share of its words has.
    private const double LeastShare = 0.4;

    /// <summary>How firmly the one who is quoted commits to most of what they are quoted with, the cue and the words around it taken into account.</summary>
    public static Factuality Read(Article article, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(attribution);
        return Read(article, attribution, Sentences(article.Text));
    }

    /// <summary>The same for each, in their order.</summary>
    public static IReadOnlyList<Factuality> Read(Article article, IReadOnlyList<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(attributions);
        var sentences = Sentences(article.Text);
        return [.. attributions.Select(attribution => Read(article, attribution, sentences))];
    }

    private static Factuality Read(Article article, Attribution attribution, List<TextSpan> sentences)
    {
        var all = attribution.Content.Aggregate(attribution.Cue, (one, other) => one.Union(other));
        var counts = new int[FactualityModel.Levels];
        foreach (var sentence in Around(sentences, all))
        {
            var words = Words.Of(article.Text, sentence);
            var levels = FirmnessLevels.Read(words);
            for (var i = 0; i < words.Count; i++)
            {
                counts[(int)levels[i]] += !words[i].IsMark && attribution.Content.Any(content => content.Contains(words[i].Span)) ? 1 : 0;
            }
        }

        var most = counts.Sum() * LeastShare;
        return counts.Sum() == 0 ? Factuality.Asserted : (Factuality)Array.FindIndex(counts, count => count >= most || count == counts.Max());
    }

    private static List<TextSpan> Sentences(string text)
    {
        List<TextSpan> sentences = [];
        foreach (var paragraph in Paragraphs.Split(text))
        {
            SentenceSplitter.SplitParagraph(text, paragraph, sentences);
        }

        return sentences;
    }

    // They are in order and none overlaps another.
    private static IEnumerable<TextSpan> Around(List<TextSpan> sentences, TextSpan span)
    {
        var first = sentences.BinarySearch(new TextSpan(span.Start, span.Start));
        return sentences.Skip(Math.Max(0, first < 0 ? ~first - 1 : first)).TakeWhile(sentence => sentence.Start < span.End).Where(sentence => sentence.Overlaps(span));
    }
}
