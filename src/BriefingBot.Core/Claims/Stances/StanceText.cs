using System.Runtime.InteropServices;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>A claim or a text, split and looked up once, so that it can be compared with many others.</summary>
internal sealed class StanceText
{
    /// <summary>What follows is not read: no news article is longer.</summary>
    private const int MaxChars = 40_000;

    public StanceText(string text)
    {
        Text = text.Length > MaxChars ? text[..MaxChars] : text;
        foreach (var span in SentenceSplitter.Split(Text, new TextSpan(0, Text.Length)))
        {
            var start = Tokens.Count;
            TermAnalyzer.Analyze(Text, span, Tokens);
            if (Tokens.Count == start)
                continue;

            var firstCue = Cues.Count;
            FindCues(start);
            Sentences.Add(new StanceSentence(span, start, Tokens.Count, firstCue, Cues.Count));
        }

        Kinds = [.. Tokens.Select(Kind)];
        foreach (var token in Tokens.Where(token => !token.IsStopWord))
            CollectionsMarshal.GetValueRefOrAddDefault(Counts, TermRarity.Bucket(token.Term), out _)++;
    }

    public string Text { get; }

    public List<Token> Tokens { get; } = [];

    /// <summary>One for each token.</summary>
    public TokenKind[] Kinds { get; }

    /// <summary>In order of their first token.</summary>
    public List<StanceCue> Cues { get; } = [];

    /// <summary>How often each content term stands in it, by its bucket.</summary>
    public Dictionary<int, int> Counts { get; } = [];

    public List<StanceSentence> Sentences { get; } = [];

    private void FindCues(int start)
    {
        var words = new string[Tokens.Count - start];
        for (var i = 0; i < words.Length; i++)
            words[i] = StanceLexicon.Form(Text.AsSpan(Tokens[start + i].Span.Start, Tokens[start + i].Span.Length));
        for (var i = 0; i < words.Length; i++)
            StanceLexicon.Find(words, i, start, Cues);
    }

    private TokenKind Kind(Token token)
    {
        var first = Text[token.Span.Start];
        return char.IsAsciiDigit(first) || StanceNumbers.IsWord(token.Term) ? TokenKind.Number
            : token.IsStopWord ? TokenKind.Stop
            : char.IsUpper(first) ? TokenKind.Capitalised
            : TokenKind.Word;
    }
}

/// <summary>A sentence: its span, its tokens [Start, End) and its cues [FirstCue, EndCue).</summary>
internal readonly record struct StanceSentence(TextSpan Span, int Start, int End, int FirstCue, int EndCue);

internal enum TokenKind : byte
{
    Stop,
    Word,
    Capitalised,
    Number,
}
