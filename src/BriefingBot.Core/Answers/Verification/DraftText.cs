using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers.Verification;

/// <summary>A sentence of a draft with its quotes located, read word by word.</summary>
internal sealed class DraftText
{
    private readonly List<TextSpan> _quoted = [];

    public DraftText(IEnumerable<(string Text, LocatedQuote? Quote)> parts)
    {
        var text = new System.Text.StringBuilder();
        foreach (var (part, quote) in parts)
        {
            if (quote is null)
            {
                text.Append(part);
                continue;
            }

            Quotes.Add(quote);
            var start = text.Length;
            text.Append('“').Append(quote.Text).Append('”');
            _quoted.Add(new TextSpan(start, text.Length));
        }

        Text = text.ToString().Trim();
        All = Words.Of(Text, new TextSpan(0, Text.Length));
        Prose = All.FindAll(word => !_quoted.Exists(span => span.Contains(word.Span)));
        List<Token> tokens = [];
        TermAnalyzer.Analyze(Text, new TextSpan(0, Text.Length), tokens);
        Terms = tokens.Where(token => !token.IsStopWord && !DraftWords.IsFraming(Text[token.Span.Start..token.Span.End].ToLowerInvariant())).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        Names = tokens.Where(token => char.IsDigit(Text[token.Span.Start]) || (char.IsUpper(Text[token.Span.Start]) && token.Span.Start > 0)).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        ProseTokens = tokens.FindAll(token => !_quoted.Exists(span => span.Contains(token.Span)));
    }

    public string Text { get; }

    public List<LocatedQuote> Quotes { get; } = [];

    /// <summary>Every word and mark.</summary>
    public List<Word> All { get; }

    /// <summary>Those outside quotation marks.</summary>
    public List<Word> Prose { get; }

    /// <summary>The content terms of the whole.</summary>
    public IReadOnlySet<string> Terms { get; }

    /// <summary>The terms written with a capital, or in digits.</summary>
    public IReadOnlySet<string> Names { get; }

    public List<Token> ProseTokens { get; }

    /// <summary>Whether the word is the first of a sentence, inside the text or at its start.</summary>
    public bool StartsSentence(Word word)
    {
        var at = All.IndexOf(word);
        while (at > 0 && All[at - 1].IsMark && All[at - 1].Lower[0] is not ('.' or '!' or '?' or ':'))
        {
            at--;
        }

        return at <= 0 || All[at - 1].IsMark;
    }
}
