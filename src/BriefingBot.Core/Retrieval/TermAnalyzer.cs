using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>One word of a text and the term it is indexed as.</summary>
/// <param name="Span">Where the word stands.</param>
/// <param name="Term">Folded and stemmed.</param>
/// <param name="IsStopWord">Too common to search for; not indexed.</param>
public readonly record struct Token(TextSpan Span, string Term, bool IsStopWord);

/// <summary>Turns text into the terms that are indexed and asked for. Thread-safe.</summary>
public static class TermAnalyzer
{
    /// <summary>Appends the tokens of a span of the text, in order.</summary>
    public static void Analyze(string text, TextSpan within, List<Token> tokens)
    {
        for (var i = within.Start; i < within.End; i++)
        {
            var start = i;
            while (i < within.End && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                tokens.Add(new Token(new TextSpan(start, i), text[start..i].ToLowerInvariant(), IsStopWord: i - start < 3));
            }
        }
    }
}
