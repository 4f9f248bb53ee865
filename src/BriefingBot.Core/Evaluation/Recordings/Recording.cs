using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Answers.Drafts;

namespace BriefingBot.Evaluation;

/// <summary>The calls of one model in a run, in a file of JSON lines: first the model and its options, then a call a line, ordered by key. Holds no key or address. Thread-safe.</summary>
/// <param name="model">As answers name it: provider:model.</param>
/// <param name="draft">The prompts depend on them.</param>
public sealed class Recording(string model, DraftOptions draft)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly ConcurrentDictionary<(string Key, int Repetition), RecordedCall> _calls = new();

    public string Model => model;

    public DraftOptions Draft => draft;

    internal void Add(RecordedCall call) => _calls.TryAdd((call.Key, call.Repetition), call);

    internal RecordedCall? Find(string key, int repetition) => _calls.GetValueOrDefault((key, repetition));

    /// <summary>The same calls give the same bytes, in whatever order they were made.</summary>
    public string Write()
    {
        var text = new StringBuilder(JsonSerializer.Serialize(new Head(Model, Draft), Json)).Append('\n');
        foreach (var (_, call) in _calls.OrderBy(pair => pair.Key.Key, StringComparer.Ordinal).ThenBy(pair => pair.Key.Repetition))
        {
            text.Append(JsonSerializer.Serialize(call, Json)).Append('\n');
        }

        return text.ToString();
    }

    /// <exception cref="SuiteException">The file cannot be read, or is no recording.</exception>
    public static Recording Read(string path)
    {
        var number = 1;
        try
        {
            using var lines = File.ReadLines(path).GetEnumerator();
            var head = lines.MoveNext() ? JsonSerializer.Deserialize<Head>(lines.Current, Json) : null;
            var recording = new Recording(head?.Model ?? throw new JsonException("no model"), head.Draft);
            while (lines.MoveNext())
            {
                number++;
                recording.Add(JsonSerializer.Deserialize<RecordedCall>(lines.Current, Json) ?? throw new JsonException("null"));
            }

            return recording;
        }
        catch (JsonException broken)
        {
            throw new SuiteException($"{path} line {number}: no recording of a model's calls; write one with briefingbot eval SUITE.yaml --record {path}", broken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException($"{path}: cannot be read ({failure.Message}); write one with briefingbot eval SUITE.yaml --record {path}", failure);
        }
    }

    private sealed record Head(string Model, DraftOptions Draft);
}
