namespace BriefingBot.Articles;

/// <summary>One file of a corpus, as the file system describes it.</summary>
/// <param name="Path">Relative to the corpus, with <c>/</c>.</param>
/// <param name="FullPath">Where to open it.</param>
/// <param name="LengthInBytes">At the time of listing.</param>
/// <param name="ModifiedUtc">At the time of listing.</param>
public sealed record CorpusFile(string Path, string FullPath, long LengthInBytes, DateTime ModifiedUtc);

/// <summary>What reading a file gave: an article, or a problem.</summary>
public abstract record ReadResult;

/// <param name="Article">As read.</param>
public sealed record ReadArticle(Article Article) : ReadResult;

/// <param name="Message">One line: what, where, what to do.</param>
public sealed record ReadProblem(string Message) : ReadResult;
