using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Postgres.Tests;

/// <summary>A folder with a corpus, deleted at the end, and its name on a server.</summary>
internal sealed class TestCorpus(string database) : IDisposable
{
    public const string Name = "news";

    private static readonly DateTime LongAgo = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefingbot-test-");

    public string Path => _folder.FullName;

    public string Database => database;

    public Corpus Corpus => new(Path);

    public PostgresIndexer Indexer => new(new PostgresOptions { ConnectionString = database }, Name);

    /// <summary>Writes a file that was last changed long ago.</summary>
    public void Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, LongAgo);
    }

    public void WriteLines(string name, params IEnumerable<object> articles) =>
        Write(name, string.Concat(articles.Select(article => JsonSerializer.Serialize(article) + "\n")));

    /// <summary>The same files at another place, as another node holds them.</summary>
    public TestCorpus Copy()
    {
        var copy = new TestCorpus(database);
        foreach (var file in _folder.EnumerateFiles())
            copy.Write(file.Name, File.ReadAllText(file.FullName));
        return copy;
    }

    public Task<UpdateOutcome> UpdateAsync(UpdateOptions? options = null, IProgress<UpdateProgress>? progress = null) =>
        Indexer.UpdateAsync(Corpus, options ?? Some.SmallBatches, progress);

    public IPassageIndex Open() => Indexer.Open();

    public void Dispose() => _folder.Delete(recursive: true);
}
