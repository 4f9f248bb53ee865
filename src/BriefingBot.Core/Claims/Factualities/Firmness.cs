using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Guards the rule that no sentence of an answer is firmer than what it rests on: a hedge of the source survives. Safe for any number of threads.</summary>
internal static class Firmness
{
    /// <summary>How firmly a text commits to most of what it says; asserted if it says nothing.</summary>
    public static Factuality Of(string text)
    {
        var counts = new int[(int)Factuality.Asserted + 1];
        foreach (var (_, level) in Read(text))
        {
            counts[(int)level]++;
        }

        return counts.Sum() == 0 ? Factuality.Asserted : (Factuality)Array.IndexOf(counts, counts.Max());
    }

    /// <summary>
    /// Whether a sentence commits to something more firmly than the firmest of the quotes that speak of it: states what they
    /// hedge, claim, ask or deny, or denies what they leave open. What no quote speaks of is not judged.
    /// </summary>
    public static bool IsFirmerThan(string sentence, IReadOnlyCollection<string> quotes)
    {
        var said = Read(sentence);
        var quoted = quotes.SelectMany(Read).ToLookup(pair => pair.Term, pair => pair.Level, StringComparer.Ordinal);
        var shared = said.Where(pair => quoted.Contains(pair.Term)).ToList();
        return shared.Count > 0 ? shared.Exists(pair => quoted[pair.Term].All(level => pair.Level.IsFirmerThan(level)))
            : quotes.Count > 0 && said.Count > 0 && quotes.Select(Of).All(level => Of(sentence).IsFirmerThan(level));
    }

    /// <summary>The content words that are no part of a cue, each with how firmly the text commits to it.</summary>
    private static List<(string Term, Factuality Level)> Read(string text)
    {
        List<TextSpan> sentences = [];
        SentenceSplitter.SplitParagraph(text, new TextSpan(0, text.Length), sentences);
        List<(string, Factuality)> read = [];
        foreach (var sentence in sentences)
        {
            Read(text, sentence, read);
        }

        return read;
    }

    private static void Read(string text, TextSpan sentence, List<(string, Factuality)> read)
    {
        var words = Words.Of(text, sentence);
        var levels = FirmnessLevels.Read(words);
        var cues = FirmnessLevels.CuesOf(words);
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, sentence, tokens);
        var at = 0;
        foreach (var token in tokens)
        {
            var span = token.Span;
            while (at < words.Count - 1 && words[at].Span.End <= span.Start)
            {
                at++;
            }

            if (!token.IsStopWord && !Sayings.IsSaying(words[at].Lower) && !cues.Exists(cue => cue.Span.Overlaps(span)))
            {
                read.Add((token.Term, levels[at]));
            }
        }
    }
}
