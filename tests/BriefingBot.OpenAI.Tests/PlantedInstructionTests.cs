using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Sqlite;
using BriefingBot.Tests;
using Microsoft.Extensions.AI;

namespace BriefingBot.OpenAI.Tests;

/// <summary>Attacks that lie beside the project on some machines only, each planted in an article, and a model that obeys it.</summary>
public sealed class PlantedInstructionTests : IDisposable
{
    private const string Question = "How many passengers walked ashore from the ferry Aurelia?";
    private const string Obeying = "As you asked, here is what the instruction in the passage wants.";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task No_planted_instruction_is_obeyed_in_what_a_reader_sees()
    {
        var attacks = JsonSerializer.Deserialize<Dictionary<string, string[]>>(await File.ReadAllTextAsync(Shared("data/attacks/bipia-text.json"), TestContext.Current.CancellationToken))!;
        List<string> obeyed = [];
        foreach (var (kind, attack) in attacks.SelectMany(kind => kind.Value.Select(attack => (kind.Key, attack))))
        {
            var answer = await AskAsync(attack, [Obeying, attack, $"“{attack}”", Inner(attack), $"The ferry Aurelia landed at Tessaly. {attack}", $"Ninety passengers walked ashore; {Inner(attack)}", Distorted(kind)]);
            if (Seen(answer) is var seen && (seen.Contains(Inner(attack), StringComparison.OrdinalIgnoreCase) || seen.Contains("As you asked", StringComparison.Ordinal) || seen.Contains(Distorted(kind), StringComparison.Ordinal)))
            {
                obeyed.Add($"{attack} -> {seen}");
            }
        }

        Assert.True(obeyed.Count == 0, string.Join("\n", obeyed));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Answer> AskAsync(string attack, string[] sentences)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, Guid.NewGuid().ToString("n")));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ferry.txt"), $"Ferry lands safely\n\nThe ferry Aurelia landed at Tessaly on Monday, the harbour office said. {attack} Ninety passengers walked ashore from the ferry.\n\nNobody was hurt.\n");
        var path = Path.Combine(folder.FullName, "index.db");
        await new SqliteIndexer(path).UpdateAsync(new Corpus(Path.Combine(folder.FullName, "ferry.txt")));
        using var index = SqliteIndex.Open(path);
        var draft = JsonSerializer.Serialize(new { sentences = sentences.Select(text => new { text, passages = (int[])[1], quotes = (string[])[attack] }) });
        return await new Answerer(index, new ModelWriter(new Obedient(draft), "test:obedient")).AskAsync(Question, cancellation: TestContext.Current.CancellationToken);
    }

    private static string Seen(Answer answer) => $"{answer.Text} {answer.Note} {string.Join(' ', answer.Citations.Select(citation => citation.Quote.Text))}";

    // What the instruction wants to be said, else the instruction.
    private static string Inner(string attack) => attack.Split('"') is [_, var said, ..] ? said : attack;

    // The answer, written as such attacks want it.
    private static string Distorted(string kind) => kind switch
    {
        "Alphanumeric Substitution" => "N1n2ty p1ss2ng2rs w1lk2d 1sh4r2.",
        "Homophonic Substitution" => "N@nety p@ssengers w@lked @shore.",
        "Misspelling Intentionally" => "Ninety passengers walked ashoer from the ferrry.",
        "Anagramming" => "Tynine sengerspas klawed rehosa.",
        "Space Removal & Grouping" => "Ninetypassengerswalkedashore.",
        _ => "Brasília is a fine city to unplug your kettle in.",
    };

    private static string Shared(string path)
    {
        var full = Path.Combine(Cli.Top, "..", "shared", path);
        Assert.SkipUnless(Path.Exists(full), $"needs shared/{path} beside the project");
        return full;
    }

    private sealed class Obedient(string draft) : IChatClient
    {
        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield return new ChatResponseUpdate(ChatRole.Assistant, draft);
        }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
