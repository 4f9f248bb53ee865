using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>A paragraph of an article as the model sees it. Not thread-safe.</summary>
internal sealed class TokenizedParagraph
{
    private const int MostTokens = 300;
    private const int LongestLeadInChars = 400;
    private static readonly uint QuotationMark = FeatureHash.Of("\"");

    private static readonly uint Dash = FeatureHash.Of("—");

    private readonly string text;
    private readonly WordClassTable classes;
    private bool isDescribed;

    private TokenizedParagraph(string text, TextSpan span, ArticleToken[] tokens, int index, WordClassTable classes)
    {
        this.text = text;
        this.classes = classes;
        Span = span;
        Tokens = tokens;
        Index = index;
    }

    public TextSpan Span { get; }

    /// <summary>As they are written; stems, suffixes and classes only once they are described.</summary>
    public ArticleToken[] Tokens { get; }

    public int Sentences => Tokens.Length == 0 ? 0 : Tokens[^1].Sentence + 1;

    /// <summary>Position in the article; the first is often its headline.</summary>
    public int Index { get; }

    public static List<TokenizedParagraph> Split(string text, WordClassTable classes)
    {
        List<TokenizedParagraph> paragraphs = [];
        var isOpen = false;
        foreach (var span in Joined(text, Paragraphs.Split(text)))
        {
            var tokens = Tokenizer.Split(text, span).ToArray();
            isOpen = QuotationMarks.Mark(text, tokens, isOpen);
            Read(text, tokens);
            NumberSentences(text, span, tokens);
            Add(text, span, tokens, classes, paragraphs);
        }

        return paragraphs;
    }

    // What a cue costs grows with its paragraph, so an endless one is taken in pieces, whole sentences where it can.
    private static void Add(string text, TextSpan span, ArticleToken[] tokens, WordClassTable classes, List<TokenizedParagraph> paragraphs)
    {
        if (tokens.Length is > 0 and <= MostTokens)
        {
            paragraphs.Add(new TokenizedParagraph(text, span, tokens, paragraphs.Count, classes));
            return;
        }

        for (var start = 0; start < tokens.Length;)
        {
            var end = Math.Min(tokens.Length, start + MostTokens);
            while (end < tokens.Length && end > start + (MostTokens / 2) && tokens[end].Sentence == tokens[end - 1].Sentence)
            {
                end--;
            }

            var piece = tokens[start..end];
            foreach (ref var token in piece.AsSpan())
            {
                token.Sentence -= tokens[start].Sentence;
            }

            paragraphs.Add(new TokenizedParagraph(text, new TextSpan(piece[0].Start, piece[^1].End), piece, paragraphs.Count, classes));
            start = end;
        }
    }

    // A paragraph that ends with a colon leads into the one after it, and so does one that ends with a comma before a quotation.
    private static List<TextSpan> Joined(string text, List<TextSpan> paragraphs)
    {
        List<TextSpan> joined = [];
        foreach (var paragraph in paragraphs)
        {
            if (joined.Count > 0 && joined[^1].Length < LongestLeadInChars && LeadsInto(text[joined[^1].End - 1], text[paragraph.Start]))
            {
                joined[^1] = joined[^1].Union(paragraph);
            }
            else
            {
                joined.Add(paragraph);
            }
        }

        return joined;
    }

    private static bool LeadsInto(char last, char next) => last == ':' || (last == ',' && next is '"' or '“' or '«' or '„');

    private static void NumberSentences(string text, TextSpan span, ArticleToken[] tokens)
    {
        List<TextSpan> sentences = [];
        SentenceSplitter.SplitParagraph(text, span, sentences);
        var sentence = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            while (sentence + 1 < sentences.Count && tokens[i].Start >= sentences[sentence + 1].Start)
            {
                sentence++;
            }

            tokens[i].Sentence = sentence;
        }
    }

    private static void Read(string text, ArticleToken[] tokens)
    {
        foreach (ref var token in tokens.AsSpan())
        {
            var word = text.AsSpan(token.Start, token.End - token.Start);
            token.Shape = token.Mark != 0 ? WordShape.QuotationMark : ShapeOf(word);
            token.Word = token.Mark != 0 ? QuotationMark + (uint)token.Mark : WordHash(word);
        }
    }

    /// <summary>The tokens with all that the model looks at. Most paragraphs of an article it never sees.</summary>
    public ArticleToken[] Describe()
    {
        for (var i = 0; i < Tokens.Length && !isDescribed; i++)
        {
            ref var token = ref Tokens[i];
            var word = text.AsSpan(token.Start, token.End - token.Start);
            token.Stem = token.Mark != 0 || token.Shape == WordShape.Punctuation ? token.Word : FeatureHash.Of(Stem(word));
            token.Class = classes[token.Word];
            token.Suffix = FeatureHash.Of(word[Math.Max(0, word.Length - 3)..]);
        }

        isDescribed = true;
        return Tokens;
    }

    // A typeset apostrophe and a straight one are the same word, and so are dashes and all numbers of a length.
    private static uint WordHash(ReadOnlySpan<char> word)
    {
        if (word is "--" or "---")
        {
            return Dash;
        }

        Span<char> folded = stackalloc char[Math.Min(word.Length, 40)];
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = word[i] switch { '’' => '\'', '―' or '–' => '—', >= '0' and <= '9' => '0', _ => word[i] };
        }

        return FeatureHash.Of(folded);
    }

    private static WordShape ShapeOf(ReadOnlySpan<char> word)
    {
        if (char.IsDigit(word[0]))
        {
            return WordShape.Number;
        }

        if (!char.IsLetter(word[0]))
        {
            return WordShape.Punctuation;
        }

        return !char.IsUpper(word[0]) ? WordShape.Lower
            : word.Length > 1 && char.IsUpper(word[^1]) ? WordShape.AllCapitals
            : WordShape.Capitalised;
    }

    // Light: enough to join says and saying, claimed and claims. Irregular verbs are words of their own.
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) => word switch
    {
        [.. var root, 'i', 'n', 'g'] when root.Length > 2 => Bare(root),
        [.. var root, 'i', 'e', 'd' or 's'] when root.Length > 2 => root,
        [.. var root, 'i', 'e', 's'] when root.Length > 2 => root,
        [.. var root, 'e', 'd'] when root.Length > 2 => Bare(root),
        [.. var root, 'e', 's'] when root.Length > 2 => Bare(root),
        [.. var root, 's'] when root.Length > 2 && root[^1] != 's' => Bare(root),
        _ => Bare(word),
    };

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> root) =>
        root.Length > 4 && root[^1] == root[^2] ? root[..^1]
        : root.Length > 3 && root[^1] is 'e' or 'y' ? root[..^1]
        : root;
}
