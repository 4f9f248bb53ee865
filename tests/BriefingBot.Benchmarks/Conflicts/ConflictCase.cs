using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Sqlite;

namespace BriefingBot.Benchmarks.Conflicts;

/// <param name="Answer">What the document gives; null where it gives none.</param>
internal sealed record ConflictDocument(string Text, string? Answer);

/// <summary>One question and documents that answer it, rightly or not, or not at all.</summary>
internal sealed record ConflictCase(string Question, IReadOnlyList<ConflictDocument> Documents)
{
    // "What is the population": the same is asked.
    private const int OpeningInChars = 17;

    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    public IReadOnlyList<string> Answers => [.. Documents.Select(document => document.Answer).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    public bool IsConflicting => Answers.Count > 1;

    /// <summary>0 or 1, by the question's hash: what one half teaches is measured on the other.</summary>
    public int Half => (int)(Question.Aggregate(Basis, (hash, c) => (hash ^ c) * Prime) >> 8 & 1); // FNV-1a

    /// <summary>The same case without the documents that give any other answer than one of them, for each answer.</summary>
    public IEnumerable<ConflictCase> Agreeing => Answers
        .Select(answer => this with { Documents = [.. Documents.Where(document => document.Answer is null || string.Equals(document.Answer, answer, StringComparison.OrdinalIgnoreCase))] })
        .Where(agreeing => agreeing.Documents.Count(document => document.Answer is not null) > 1);

    /// <summary>The same question with the documents of the next that opens alike, or of the next, in the same half: they speak of somebody or something else.</summary>
    public ConflictCase WithDocumentsOfAnother(IReadOnlyList<ConflictCase> all)
    {
        var at = all.Index().First(other => other.Item.Question == Question).Index;
        var others = all.Skip(at + 1).Concat(all.Take(at)).Where(other => other.Half == Half).ToList();
        var other = others.Find(other => other.Question.StartsWith(Question[..OpeningInChars], StringComparison.Ordinal)) ?? others[0];
        return this with { Documents = [.. other.Documents.Select(document => document with { Answer = null })] };
    }

    public static List<ConflictCase> Read(string path) => [.. File.ReadLines(path).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        return new ConflictCase(
            json.RootElement.GetProperty("question").GetString()!,
            [.. json.RootElement.GetProperty("documents").EnumerateArray().Select(document => new ConflictDocument(
                document.GetProperty("text").GetString()!,
                document.GetProperty("type").GetString() == "noise" ? null : document.GetProperty("answer").GetString()!.Trim()))]);
    })];

    /// <summary>Does something with an index of texts alone, which is deleted after.</summary>
    public static T WithIndex<T>(IEnumerable<string> texts, Func<SqliteIndex, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-conflict-");
        try
        {
            var file = Path.Combine(folder.FullName, "documents.jsonl");
            File.WriteAllLines(file, texts.Select((text, i) => $"{{\"id\":\"{i}\",\"text\":{JsonSerializer.Serialize(text)}}}"));
            var path = Path.Combine(folder.FullName, "index.db");
            new SqliteIndexer(path).UpdateAsync(new Corpus(file)).GetAwaiter().GetResult();
            using var index = SqliteIndex.Open(path);
            return use(index);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
