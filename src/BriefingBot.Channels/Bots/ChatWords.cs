using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Bots;

/// <summary>What the bot says of itself in a chat.</summary>
public static class ChatWords
{
    // Outlets beyond these are counted.
    private const int ListedOutlets = 12;

    // Characters at the beginning, and at the end, of what is too long to be shown whole.
    private const int ShownAtEnds = 200;

    private static readonly char[] Ends = ['.', '!', '?', ' '];

    // More than these nobody reads in a chat.
    private const int ListedStatements = 25;

    public static string Help { get; } =
        """
        Ask a question about the articles. I answer with their own words, say who said them and when, and whether it is confirmed. What they do not say, I do not answer.
        help: this
        sources: what I search
        quotes ARTICLE: who said what in one article, by its title or id
        check CLAIM: whether a claim is confirmed, reported, unconfirmed, disputed or denied
        as of DATE QUESTION: the answer as if nothing later were known, as in: as of 2024-10-20 has the Pentagon confirmed it?
        """;

    /// <summary>Said once to somebody new.</summary>
    public static string Greeting { get; } = $"Hello, I am BriefingBot. {Help}";

    /// <summary>To somebody who sends a file.</summary>
    public static string NoFiles { get; } = "I read no files here, only what is written to me. To have an article searched, ask whoever runs this bot to put it into the corpus.";

    /// <summary>To somebody who asks as of a day that cannot be read.</summary>
    /// <param name="written">As typed.</param>
    internal static string NoDay(string written) => $"\"{written}\" is not a day and a question. Write both as in: as of 2024-10-20 has the Pentagon confirmed it?";

    /// <summary>How a question was understood; null where it was as typed, or is the rest of a command.</summary>
    internal static string? Understood(string question, string typed)
    {
        var (meant, said) = (OnOneLine(question), OnOneLine(typed));
        return said.TrimEnd(Ends).EndsWith(meant.TrimEnd(Ends), StringComparison.OrdinalIgnoreCase) ? null : $"Understood as: {Short(meant)}";
    }

    /// <summary>Said where a question was taken and could not be answered for so long that nobody may wait for it any more.</summary>
    internal static string AskAgain(string asked) => $"I was interrupted before I could answer this, so ask again: {asked}";

    public static string Progress(CorpusExtent extent)
    {
        ArgumentNullException.ThrowIfNull(extent);
        return $"Searching {extent.Articles:N0} {(extent.Articles == 1 ? "article" : "articles")}…";
    }

    internal static string Quotes(Article article, IReadOnlyList<QuotedStatement>? statements)
    {
        var title = string.IsNullOrWhiteSpace(article.Title) ? article.Id : article.Title;
        if (statements is null or [])
            return $"{title}: {(statements is null ? "it is too long to be read here" : "nobody is quoted in it")}.";
        List<string> lines = [$"Who said what in {title}:"];
        lines.AddRange(statements.Take(ListedStatements).Select(Line));
        if (statements.Count > ListedStatements)
            lines.Add($"and {statements.Count - ListedStatements:N0} more statements");
        return string.Join('\n', lines);
    }

    internal static string Sources(CorpusExtent extent, IReadOnlyList<OutletCount> outlets)
    {
        var dates = extent is { From: { } from, To: { } to } ? $"dated {from:yyyy-MM-dd} to {to:yyyy-MM-dd}" : "none dated";
        List<string> lines = [$"I search {extent.Articles:N0} {(extent.Articles == 1 ? "article" : "articles")}, {dates}."];
        lines.AddRange(outlets.Take(ListedOutlets).Select(outlet => $"{outlet.Outlet}: {outlet.Articles:N0}"));
        if (outlets.Count > ListedOutlets)
            lines.Add($"and {outlets.Count - ListedOutlets:N0} more outlets");
        return string.Join('\n', lines);
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // The middle of something long is as it was typed.
    private static string Short(string line)
    {
        if (line.Length <= 2 * ShownAtEnds)
            return line;
        var (begin, end) = (line.LastIndexOf(' ', ShownAtEnds), line.IndexOf(' ', line.Length - ShownAtEnds));
        return begin < 0 || end < 0 ? line : $"{line[..begin]} …{line[end..]}";
    }

    // Where somebody does not vouch for what they say, that is said.
    private static string Line(QuotedStatement statement)
    {
        var who = statement.Name ?? statement.Speaker?.Text ?? "Somebody not named";
        var level = statement.Factuality == "asserted" ? "" : $" ({statement.Factuality})";
        return $"{who} {statement.Cue.Text}{level}: {statement.Content.Text.ReplaceLineEndings(" ")}";
    }
}
