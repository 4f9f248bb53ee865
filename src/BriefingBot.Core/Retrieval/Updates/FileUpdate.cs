using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Updates;

/// <summary>One file while it is compared with what is stored of it.</summary>
/// <param name="file">As listed.</param>
/// <param name="number">The number it is stored under.</param>
/// <param name="hash">Of its bytes; null if they cannot be read.</param>
internal sealed class FileUpdate(CorpusFile file, long number, string? hash)
{
    private const int MaxProblems = 20;

    private readonly List<string> _problems = [];
    private int _moreProblems;

    public long Number => number;

    /// <summary>Stored articles of the file that were not found in it so far.</summary>
    public StoredArticles Stored { get; } = new();

    /// <summary>The ids of the articles that were not stored.</summary>
    public HashSet<string> Added { get; } = [];

    /// <summary>Whether the file was read to its end.</summary>
    public bool IsRead { get; private set; }

    public IReadOnlyList<string> Problems =>
        _moreProblems == 0 ? _problems : [.. _problems, $"{file.Path}: {_moreProblems} more problems of this file are not listed"];

    /// <summary>The file's articles. What cannot be read is a problem.</summary>
    public IEnumerable<Article> Read()
    {
        using var results = Corpus.Read(file).GetEnumerator();
        while (Next(results) is { } result)
        {
            if (result is ReadArticle read)
                yield return read.Article;
            else
                AddProblem(((ReadProblem)result).Message);
        }
    }

    /// <summary>The file as it is to be stored once its articles are; without a hash, it is read again by the next update.</summary>
    public StoredFile ToStored(DateTime now, TimeSpan timeResolution)
    {
        var isTimeTelling = IsRead && now - file.ModifiedUtc > timeResolution;
        return new StoredFile(
            number, file.Path, file.LengthInBytes, isTimeTelling ? file.ModifiedUtc.Ticks : 0, IsRead ? hash : null, string.Join('\n', Problems));
    }

    private ReadResult? Next(IEnumerator<ReadResult> results)
    {
        try
        {
            if (results.MoveNext())
                return results.Current;
            IsRead = hash is not null && IsAsListed();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            AddProblem($"{file.Path}: cannot be read to its end ({failure.Message}); run index again");
        }

        return null;
    }

    private bool IsAsListed()
    {
        var now = new FileInfo(file.FullPath);
        return now.Exists && now.Length == file.LengthInBytes && now.LastWriteTimeUtc == file.ModifiedUtc;
    }

    private void AddProblem(string problem)
    {
        if (_problems.Count < MaxProblems)
            _problems.Add(problem);
        else
            _moreProblems++;
    }
}
