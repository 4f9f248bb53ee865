namespace BriefingBot.Lucene.Documents;

/// <summary>
/// The fields of the documents. An article is a block of them: one for its title, with what it can be filtered by, and one for each of its passages.
/// </summary>
internal static class FieldNames
{
    /// <summary>The article's number, in each of its documents, to delete them by.</summary>
    public const string Article = "article";

    /// <summary>Terms of the title, as Core writes them.</summary>
    public const string Title = "title";

    /// <summary>Terms of a passage, as Core writes them.</summary>
    public const string Body = "body";

    /// <summary>The names an article writes, each whole, in the document of its title.</summary>
    public const string Name = "name";

    /// <summary>The article's number again, to be read.</summary>
    public const string Number = "number";

    /// <summary>The day number of the written date; 0 for none.</summary>
    public const string Day = "day";

    public const string Outlet = "outlet";

    public const string Language = "language";

    public const string Collection = "collection";

    /// <summary>Where a passage starts, in the upper 32 bits, and its length in the lower; 0 for a title.</summary>
    public const string Span = "span";

    /// <summary>How many terms a title or a passage has.</summary>
    public const string Terms = "terms";

    /// <summary>The field that holds the words of another one as the analyzer of a language writes them.</summary>
    public static string In(string field, string analysis) => $"{field}_{analysis}";
}
