using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Articles;

/// <summary>A folder of articles, searched recursively, or one file of them.</summary>
public sealed class Corpus
{
    private static readonly string[] Extensions = [".txt", ".md", ".html", ".htm", ".json", ".jsonl"];

    private readonly string _path;
    private readonly bool _isFile;

    /// <param name="path">A folder or a file.</param>
    /// <exception cref="CorpusException">There is no such folder or file, or the file's kind is not one that can be read.</exception>
    public Corpus(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = System.IO.Path.GetFullPath(path);
        _isFile = File.Exists(_path);
        if (!_isFile && !Directory.Exists(_path))
        {
            throw new CorpusException($"{path}: no such folder or file; name one that holds articles with --corpus");
        }

        if (_isFile && !IsArticleFile(_path))
        {
            throw new CorpusException($"{path}: {System.IO.Path.GetExtension(_path)} files cannot be read; convert it to one of {string.Join(' ', Extensions)}");
        }
    }

    /// <summary>The full path.</summary>
    public string Path => _path;

    /// <summary>The last part of the path and a hash of all of it: what is kept of the corpus goes by it.</summary>
    public string Name =>
        $"{System.IO.Path.GetFileName(_path.TrimEnd(System.IO.Path.DirectorySeparatorChar))}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_path)))[..8]}";

    /// <summary>The files that may hold articles, by path in ordinal order. README.md, hidden files and links are left out.</summary>
    /// <exception cref="CorpusException">A folder cannot be listed, or there is no file to read in it.</exception>
    public IReadOnlyList<CorpusFile> Files()
    {
        try
        {
            List<CorpusFile> files = _isFile ? [Describe(new FileInfo(_path), System.IO.Path.GetFileName(_path))] : ListFolder();
            return files.Count > 0 ? files
                : throw new CorpusException($"{_path}: no article in this folder; put {string.Join(' ', Extensions)} files there");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"{_path}: cannot be listed ({failure.Message}); check its permissions", failure);
        }
    }

    /// <summary>The articles of one file, in order, with the problems met on the way. Reads as it goes.</summary>
    public static IEnumerable<ReadResult> Read(CorpusFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? JsonLinesReader.Read(file) : FileReader.Read(file);
    }

    /// <summary>SHA-256 of a file's bytes, lower-case hexadecimal.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Hash(CorpusFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var stream = File.OpenRead(file.FullPath);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private List<CorpusFile> ListFolder()
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        List<CorpusFile> files = [];
        foreach (var info in new DirectoryInfo(_path).EnumerateFiles("*", everything))
        {
            if (IsArticleFile(info.Name) && !info.Name.Equals("README.md", StringComparison.OrdinalIgnoreCase))
            {
                files.Add(Describe(info, System.IO.Path.GetRelativePath(_path, info.FullName).Replace('\\', '/')));
            }
        }

        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    private static bool IsArticleFile(string name) => Extensions.Contains(System.IO.Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static CorpusFile Describe(FileInfo info, string path) => new(path, info.FullName, info.Length, info.LastWriteTimeUtc);
}
