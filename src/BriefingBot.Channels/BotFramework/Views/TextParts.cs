namespace BriefingBot.Channels.BotFramework.Views;

/// <summary>A long text in parts that a channel takes; together they are all of it.</summary>
internal static class TextParts
{
    private static readonly string[] Ends = ["\n\n", "\n", ". ", " "];

    /// <param name="text">Any.</param>
    /// <param name="mostChars">From 2: the halves of a surrogate pair stay together.</param>
    /// <returns>At least one.</returns>
    public static IReadOnlyList<string> Of(string text, int mostChars)
    {
        List<string> parts = [];
        var rest = text;
        while (rest.Length > mostChars)
        {
            var end = EndOf(rest, mostChars);
            parts.Add(rest[..end]);
            rest = rest[end..];
        }

        parts.Add(rest);
        return parts;
    }

    // The last good place in the second half; else as much as goes in.
    private static int EndOf(string text, int mostChars)
    {
        foreach (var end in Ends)
        {
            var at = text.LastIndexOf(end, mostChars - end.Length, mostChars / 2, StringComparison.Ordinal);
            if (at > 0)
                return at + end.Length;
        }

        // Neither a pair nor an escape is cut.
        return char.IsHighSurrogate(text[mostChars - 1]) || text[mostChars - 1] == '\\' ? mostChars - 1 : mostChars;
    }
}
