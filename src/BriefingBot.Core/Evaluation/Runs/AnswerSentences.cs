using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Evaluation;

/// <summary>Splits an answer into sentences, and tells of each whether the quotes it is marked with bear it.</summary>
internal static partial class AnswerSentences
{
    // A sentence that says a quote in its own words keeps most of the words.
    private const double LeastSupported = 0.8;

    // Words of the answer's own phrases say nothing about the world that a quote would have to bear.
    private static readonly HashSet<string> Frame = SpeakerMatch.Terms(string.Join('\n', [.. WordList.Lines("Evaluation.Data.frame-words.txt"), .. WordList.Lines("Answers.Data.phrases.tsv")]));

    public static List<GivenSentence> Judge(Answer answer)
    {
        List<GivenSentence> judged = [];
        var start = 0;
        foreach (Match marker in Markers().Matches(answer.Text))
        {
            var cited = Cited(answer, marker.Value);
            if (cited.Count > 0)
            {
                Judge(answer.Text, new TextSpan(start, marker.Index), cited, judged);
                start = marker.Index + marker.Length;
            }
        }

        Judge(answer.Text, new TextSpan(start, answer.Text.Length), [], judged);
        return judged;
    }

    private static List<Citation> Cited(Answer answer, string markers) =>
        [.. answer.Citations.Where(citation => markers.Contains(string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]"), StringComparison.Ordinal))];

    private static void Judge(string text, TextSpan marked, List<Citation> cited, List<GivenSentence> judged)
    {
        var borne = Frame.Concat(cited.SelectMany(Terms)).ToHashSet(StringComparer.Ordinal);
        List<string> quotes = cited.ConvertAll(citation => citation.Quote.Text);
        List<TextSpan> sentences = [];
        SentenceSplitter.SplitParagraph(text, marked, sentences);
        foreach (var sentence in sentences.Select(span => text[span.Start..span.End].TrimStart('.', ',', ';', ' ')).Where(sentence => sentence.Any(char.IsLetterOrDigit)))
        {
            judged.Add(new GivenSentence(sentence, IsSupported(SpeakerMatch.Terms(sentence), borne), quotes.Count > 0 && Firmness.IsFirmerThan(WithoutLead(sentence), quotes)));
        }
    }

    // "Disputed: ..." tells the status; it denies nothing of what follows.
    private static string WithoutLead(string sentence)
    {
        var colon = sentence.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && SpeakerMatch.Terms(sentence[..colon]).IsSubsetOf(Frame) ? sentence[(colon + 1)..] : sentence;
    }

    private static bool IsSupported(HashSet<string> said, HashSet<string> borne) =>
        said.Count(borne.Contains) >= LeastSupported * said.Count && said.Where(term => char.IsDigit(term[0])).All(borne.Contains);

    // Who says it, where and when may stand in the sentence too.
    private static HashSet<string> Terms(Citation citation)
    {
        var source = citation.Quote.Source;
        var (quote, published) = (citation.Quote.Text, source.Provenance.Published);
        return SpeakerMatch.Terms($"{quote}\n{citation.Speaker}\n{source.Title}\n{source.Provenance.Outlet}\n{source.Provenance.Author}\n{published:d MMMM yyyy}\n{published:yyyy-MM-dd}\n{WrittenDate.Find(quote):yyyy-MM-dd}");
    }

    [GeneratedRegex(@"(?:\s*\[[0-9]+\])+", RegexOptions.NonBacktracking)]
    private static partial Regex Markers();
}
