using BriefingBot.Evaluation;

namespace BriefingBot.Core.Tests.Evaluation;

/// <summary>A suite in a folder of its own, removed afterwards.</summary>
internal sealed class SuiteFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefingbot-suite-");

    public SuiteFile(string name, string text)
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public static Suite Read(string name, string text)
    {
        using var file = new SuiteFile(name, text);
        return SuiteReader.Read(file.Path);
    }

    /// <summary>The message, the folder left out.</summary>
    public static string Refused(string name, string text)
    {
        using var file = new SuiteFile(name, text);
        return Assert.Throws<SuiteException>(() => SuiteReader.Read(file.Path)).Message.Replace(file._folder.FullName + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
