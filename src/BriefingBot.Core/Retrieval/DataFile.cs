using System.Reflection;

namespace BriefingBot.Retrieval;

/// <summary>A word list or table embedded beside this slice.</summary>
internal static class DataFile
{
    /// <summary>The lines of Data/<paramref name="name"/>, without empty ones and those that start with #.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"BriefingBot.Retrieval.Data.{name}")
            ?? throw new InvalidOperationException($"The build embeds no Retrieval/Data/{name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }

    /// <summary>The words of Data/<paramref name="name"/>, separated by spaces and line ends.</summary>
    public static IEnumerable<string> Words(string name) =>
        Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
