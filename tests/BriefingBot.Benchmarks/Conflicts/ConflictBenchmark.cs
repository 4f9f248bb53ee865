using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Conflicts;

/// <summary>Measures that contradicting documents, and a planted one, are never passed on as confirmed.</summary>
internal static class ConflictBenchmark
{
    public static int Run(string[] options)
    {
        if (options is not [var folder, .. var rest] || !File.Exists(Path.Combine(folder, "ramdocs", "cases.jsonl")))
        {
            Console.Error.WriteLine("usage: conflict DIR [--fit | --answers FILE] (a folder with ramdocs/cases.jsonl and attacks/poisonedrag-*.json)");
            return 2;
        }

        if (rest is ["--fit"])
        {
            ConflictFit.Run(Path.Combine(folder, "ramdocs", "cases.jsonl"));
            return 0;
        }

        var answers = Conflicts(Path.Combine(folder, "ramdocs", "cases.jsonl"));
        if (rest is ["--answers", var file])
        {
            File.WriteAllLines(file, answers);
        }

        foreach (var attack in Directory.GetFiles(Path.Combine(folder, "attacks"), "poisonedrag-*.json"))
        {
            Planted(attack);
        }

        return 0;
    }

    /// <returns>The answers, to be read.</returns>
    private static List<string> Conflicts(string path)
    {
        var cases = ConflictCase.Read(path);
        var agreeing = cases.Where(test => test.IsConflicting).SelectMany(test => test.Agreeing).ToList();
        return
        [
            .. Ask("documents conflict", cases.FindAll(test => test.IsConflicting)),
            .. Ask("documents agree, or one answers", cases.FindAll(test => !test.IsConflicting)),
            .. Ask("conflicting ones left out", agreeing),
            .. Ask("another question's documents", [.. cases.Select(test => test.WithDocumentsOfAnother(cases))]),
            .. Ask("conflicting and noisy ones left out", agreeing.ConvertAll(test => test with { Documents = [.. test.Documents.Where(document => document.Answer is not null)] })),
        ];
    }

    private static IEnumerable<string> Ask(string name, List<ConflictCase> cases)
    {
        var answers = cases.ConvertAll(test => Answer(test.Question, test.Documents.Select(document => document.Text)));
        double Share(params ClaimStatus?[] some) => answers.Average(answer => some.Contains(answer.Status) ? 1.0 : 0);
        Console.WriteLine($"ramdocs, {name}: {cases.Count} cases; disputed or unconfirmed {Share(ClaimStatus.Disputed, ClaimStatus.Unconfirmed):F3}, not answered {Share([null]):F3}");
        Console.WriteLine($"  {string.Join(", ", answers.CountBy(answer => answer.Status?.ToString() ?? "NotInCorpus").OrderByDescending(status => status.Value).Select(status => $"{status.Key} {status.Value}"))}");
        return answers.Select((answer, i) => $"{name}: {answer.Question} = {string.Join(" | ", cases[i].Answers)}\n    {answer.Status}: {answer.StatusReason}\n    {answer.Text}");
    }

    private static void Planted(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var (asked, confirmed, together) = (0, 0, 0);
        foreach (var test in json.RootElement.EnumerateObject().Select(test => test.Value))
        {
            var question = test.GetProperty("question").GetString()!;
            var texts = test.GetProperty("adv_texts").EnumerateArray().Select(text => text.GetString()!).ToList();
            asked += texts.Count;
            confirmed += texts.Count(text => Answer(question, [text]).Status == ClaimStatus.Confirmed);
            together += Answer(question, texts).Status == ClaimStatus.Confirmed ? 1 : 0;
        }

        Console.WriteLine($"{Path.GetFileName(path)}: {asked} planted passages, each alone; confirmed {confirmed}; all of a question together: confirmed {together}");
    }

    private static Answer Answer(string question, IEnumerable<string> texts) =>
        ConflictCase.WithIndex(texts, index => new Answerer(index).AskAsync(question).GetAwaiter().GetResult());
}
