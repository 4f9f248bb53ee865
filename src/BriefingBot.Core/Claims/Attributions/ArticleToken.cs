namespace BriefingBot.Claims;

/// <summary>How a word is written.</summary>
internal enum WordShape : byte
{
    Lower,
    Capitalised,
    AllCapitals,
    Number,
    Punctuation,
    QuotationMark,

    /// <summary>A whole quotation taken as one.</summary>
    Quotation,
}

/// <summary>A word or a punctuation mark of a paragraph, with what the model looks at.</summary>
internal struct ArticleToken
{
    /// <summary>UTF-16 units in the article's text, half open.</summary>
    public int Start;

    public int End;

    /// <summary>Hash of the word in lower case, quotation marks folded to one.</summary>
    public uint Word;

    /// <summary>Hash of the word without its inflection.</summary>
    public uint Stem;

    /// <summary>Hash of the last three letters.</summary>
    public uint Suffix;

    /// <summary>Class of words used alike, 1 upward; 0 where the word is not known.</summary>
    public ushort Class;

    public WordShape Shape;

    /// <summary>Whether it stands between quotation marks, these included.</summary>
    public bool IsQuoted;

    /// <summary>+1 for an opening quotation mark, -1 for a closing one, else 0.</summary>
    public sbyte Mark;

    /// <summary>Index of its sentence in the paragraph.</summary>
    public int Sentence;
}
