using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

/// <summary>A folder with a corpus and an index of it, deleted at the end.</summary>
public sealed class TestFolder(IndexUnderTest kind) : IDisposable
{
    private static readonly DateTime LongAgo = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly string _root = Directory.CreateTempSubdirectory("briefingbot-test-").FullName;

    public string CorpusPath => Directory.CreateDirectory(Path.Combine(_root, "corpus")).FullName;

    public string DataPath => Directory.CreateDirectory(Path.Combine(_root, "data")).FullName;

    public Corpus Corpus => new(CorpusPath);

    public string PathOf(string name) => Path.Combine(CorpusPath, name);

    /// <summary>Writes a file that was last changed long ago.</summary>
    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        File.SetLastWriteTimeUtc(PathOf(name), LongAgo);
    }

    public void WriteLines(string name, params IEnumerable<object> articles) =>
        Write(name, string.Concat(articles.Select(article => JsonSerializer.Serialize(article) + "\n")));

    public Task<UpdateOutcome> UpdateAsync(UpdateOptions? options = null) =>
        kind.Indexer(DataPath).UpdateAsync(Corpus, options ?? Some.SmallBatches);

    public IPassageIndex Open() => kind.Indexer(DataPath).Open();

    public void Dispose()
    {
        kind.CleanUp(DataPath);
        Directory.Delete(_root, recursive: true);
    }
}
