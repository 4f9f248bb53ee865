namespace BriefingBot.Answers;

/// <summary>What the one value looks like that a question asks for.</summary>
internal enum ValueKind
{
    Date,
    Number,

    /// <summary>Capitalised words: a person, a band, a title.</summary>
    Name,
    Place,

    /// <summary>One of a list: a sport, a profession.</summary>
    Listed,

    /// <summary>Any words: a rank, a style, a mascot.</summary>
    Phrase,
}
