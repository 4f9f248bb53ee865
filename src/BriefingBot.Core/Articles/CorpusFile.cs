namespace BriefingBot.Articles;

/// <summary>One file of a corpus, as the file system describes it.</summary>
/// <param name="Path">Relative to the corpus, with <c>/</c>.</param>
/// <param name="FullPath">Where to open it.</param>
/// <param name="LengthInBytes">At the time of listing.</param>
/// <param name="ModifiedUtc">At the time of listing.</param>
public sealed record CorpusFile(string Path, string FullPath, long LengthInBytes, DateTime ModifiedUtc)
{
    /// <summary>The folder right below the corpus that a path leads through; null if it leads through none.</summary>
    internal static string? TopFolder(string path) => path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? path[..end] : null;
}

/// <summary>What reading a file gave: an article, or a problem.</summary>
public abstract record ReadResult;

/// <param name="Article">As read.</param>
public sealed record ReadArticle(Article Article) : ReadResult;

/// <param name="Message">One line: what, where, what to do.</param>
public sealed record ReadProblem(string Message) : ReadResult;
