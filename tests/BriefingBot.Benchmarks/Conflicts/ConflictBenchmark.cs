using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Sqlite;

namespace BriefingBot.Benchmarks.Conflicts;

/// <summary>Measures that contradicting documents, and a planted one, are never passed on as confirmed.</summary>
internal static class ConflictBenchmark
{
    public static int Run(string[] options)
    {
        if (options is not [var folder] || !File.Exists(Path.Combine(folder, "ramdocs", "cases.jsonl")))
        {
            Console.Error.WriteLine("usage: conflict DIR (a folder with ramdocs/cases.jsonl and attacks/poisonedrag-*.json)");
            return 2;
        }

        Conflicts(Path.Combine(folder, "ramdocs", "cases.jsonl"));
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "attacks"), "poisonedrag-*.json"))
        {
            Planted(file);
        }

        return 0;
    }

    private static void Conflicts(string path)
    {
        Dictionary<string, int> replies = new(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var documents = json.RootElement.GetProperty("documents").EnumerateArray().ToList();
            var answers = documents.Where(document => document.GetProperty("type").GetString() != "noise").Select(document => document.GetProperty("answer").GetString()!).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            if (answers > 1)
            {
                var reply = Reply(json.RootElement.GetProperty("question").GetString()!, documents.ConvertAll(document => document.GetProperty("text").GetString()!));
                replies[reply] = replies.GetValueOrDefault(reply) + 1;
            }
        }

        var total = replies.Values.Sum();
        var doubted = replies.GetValueOrDefault(nameof(ClaimStatus.Disputed)) + replies.GetValueOrDefault(nameof(ClaimStatus.Unconfirmed));
        var answered = total - replies.GetValueOrDefault("none");
        Console.WriteLine($"ramdocs: {total} cases whose documents conflict, {answered} answered; disputed or unconfirmed {(double)doubted / total:F3} of all, {(double)doubted / Math.Max(1, answered):F3} of the answered; confirmed {replies.GetValueOrDefault(nameof(ClaimStatus.Confirmed))}");
        Console.WriteLine($"  {string.Join(", ", replies.OrderByDescending(reply => reply.Value).Select(reply => $"{reply.Key} {reply.Value}"))}");
    }

    private static void Planted(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var (asked, confirmed) = (0, 0);
        foreach (var test in json.RootElement.EnumerateObject().Select(test => test.Value))
        {
            foreach (var text in test.GetProperty("adv_texts").EnumerateArray())
            {
                asked++;
                confirmed += Reply(test.GetProperty("question").GetString()!, [text.GetString()!]) == nameof(ClaimStatus.Confirmed) ? 1 : 0;
            }
        }

        Console.WriteLine($"{Path.GetFileName(path)}: {asked} planted passages, each alone; confirmed {confirmed}");
    }

    private static string Reply(string question, List<string> texts)
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-conflict-");
        try
        {
            var file = Path.Combine(folder.FullName, "documents.jsonl");
            File.WriteAllLines(file, texts.Select((text, i) => $"{{\"id\":\"{i}\",\"text\":{JsonSerializer.Serialize(text)}}}"));
            var index = Path.Combine(folder.FullName, "index.db");
            new SqliteIndexer(index).UpdateAsync(new Corpus(file)).GetAwaiter().GetResult();
            using var opened = SqliteIndex.Open(index);
            return new Answerer(opened).AskAsync(question).GetAwaiter().GetResult().Status?.ToString() ?? "none";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
