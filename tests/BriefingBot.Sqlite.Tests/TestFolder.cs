using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Sqlite.Tests;

/// <summary>A folder with a corpus and an index of it, deleted at the end.</summary>
internal sealed class TestFolder : IDisposable
{
    private static readonly DateTime LongAgo = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly string _root = Directory.CreateTempSubdirectory("briefingbot-test-").FullName;

    public TestFolder() => Directory.CreateDirectory(CorpusPath);

    public string CorpusPath => Path.Combine(_root, "corpus");

    public string IndexPath => Path.Combine(_root, "data", "index.db");

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
        new SqliteIndexer(IndexPath).UpdateAsync(Corpus, options ?? Some.SmallBatches);

    public IPassageIndex Open() => SqliteIndex.Open(IndexPath);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
