namespace BriefingBot.Claims;

/// <summary>
/// How an article writes its words: a capital inside a sentence is a name's, one at a sentence's or a quotation's start
/// tells nothing, nor do those of a headline.
/// </summary>
internal sealed class CapitalWords
{
    private const int FewestWordsOfHeadline = 4;
    private const int ShortestTellingWordInChars = 4;

    private readonly HashSet<uint> capitals = [];
    private readonly HashSet<(uint, uint)> pairs = [];
    private readonly HashSet<uint> lower = [];

    public CapitalWords(IEnumerable<ArticleToken[]> paragraphs)
    {
        foreach (var tokens in paragraphs)
        {
            Read(tokens);
        }
    }

    /// <summary>Whether the word has a capital inside a sentence.</summary>
    public bool IsName(in ArticleToken token) => capitals.Contains(token.Word);

    /// <summary>Whether both stand together inside a sentence, with capitals.</summary>
    public bool AreName(in ArticleToken token, in ArticleToken next) => pairs.Contains((token.Word, next.Word));

    /// <summary>Whether the word is written without a capital too.</summary>
    public bool IsWord(in ArticleToken token) => lower.Contains(token.Word);

    public static bool IsCapitalised(in ArticleToken token) =>
        token.Shape is WordShape.Capitalised or WordShape.AllCapitals && (!KnownWords.IsPronoun(token.Word) || (token.Shape == WordShape.AllCapitals && token.Word == KnownWords.Who));

    /// <summary>Whether no word stands before it in its sentence, quotation or what follows a colon.</summary>
    public static bool BeginsSentence(ArticleToken[] tokens, int i)
    {
        while (i > 0 && tokens[i - 1].Sentence == tokens[i].Sentence && tokens[i - 1].Mark != 1 && tokens[i - 1].Word != KnownWords.Colon)
        {
            if (tokens[i - 1].Shape != WordShape.Punctuation)
            {
                return false;
            }

            i--;
        }

        return true;
    }

    /// <summary>Whether a headline's capitals stand there: on all its longer words, and it ends as no sentence does.</summary>
    public static bool IsHeadline(ArticleToken[] tokens)
    {
        var words = tokens.Where(token => token.Shape < WordShape.Number && token.End - token.Start >= ShortestTellingWordInChars).ToList();
        return words.Count >= FewestWordsOfHeadline && tokens[^1].Shape != WordShape.Punctuation && words.TrueForAll(word => word.Shape != WordShape.Lower);
    }

    private void Read(ArticleToken[] tokens)
    {
        var isHeadline = IsHeadline(tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Shape == WordShape.Lower)
            {
                lower.Add(tokens[i].Word);
            }
            else if (!isHeadline && IsCapitalised(tokens[i]) && !BeginsSentence(tokens, i))
            {
                capitals.Add(tokens[i].Word);
                if (i + 1 < tokens.Length && IsCapitalised(tokens[i + 1]) && tokens[^1].Shape >= WordShape.Punctuation)
                {
                    pairs.Add((tokens[i].Word, tokens[i + 1].Word));
                }
            }
        }
    }
}
