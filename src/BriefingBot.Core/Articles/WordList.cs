namespace BriefingBot.Articles;

/// <summary>A word list that ships with the program: one entry a line, <c>#</c> begins a comment line.</summary>
internal static class WordList
{
    /// <param name="file">A path such as <c>Articles.Data.abbreviations.txt</c>.</param>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"BriefingBot.{file}")
            ?? throw new InvalidOperationException($"No embedded file {file}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>The whole list, lower case expected of the caller's words.</summary>
    public static HashSet<string> Set(string file) => Lines(file).ToHashSet(StringComparer.Ordinal);
}
