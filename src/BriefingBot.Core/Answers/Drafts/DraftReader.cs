using System.Text;
using System.Text.Json;

namespace BriefingBot.Answers.Drafts;

/// <summary>Reads a draft as it is written, however it is cut: each sentence as soon as its JSON object closes.</summary>
/// <remarks>What stands before the first brace (a code fence, a preamble) is passed over; what follows the last is not read.</remarks>
internal sealed class DraftReader
{
    // A sentence object is longer only where nothing good comes any more.
    private const int LongestSentenceInChars = 6_000;

    private readonly StringBuilder _object = new();
    private int _depth;
    private bool _inString;
    private bool _isEscaped;

    /// <summary>Whether the outermost object has closed.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Everything added so far.</summary>
    public int LengthInChars { get; private set; }

    /// <exception cref="ModelException">It is no draft.</exception>
    public IEnumerable<DraftSentence> Add(string text)
    {
        LengthInChars += text.Length;
        foreach (var c in text)
        {
            if (!IsComplete && Take(c) is { } sentence)
            {
                yield return sentence;
            }
        }
    }

    // The outermost object holds the sentences: an object at the second depth is one.
    private DraftSentence? Take(char c)
    {
        var opens = !_inString && c == '{';
        var closes = !_inString && c == '}' && _depth > 0;
        _depth += opens ? 1 : 0;
        if (_depth >= 2)
        {
            _object.Append(c);
        }

        _depth -= closes ? 1 : 0;
        Track(c);
        if (_object.Length > LongestSentenceInChars)
        {
            throw new ModelException(ModelFailure.Broken, "the model wrote a sentence without end");
        }

        IsComplete = closes && _depth == 0;
        return closes && _depth == 1 ? Close() : null;
    }

    private void Track(char c)
    {
        if (_depth == 0)
        {
            return;
        }

        if (_isEscaped)
        {
            _isEscaped = false;
        }
        else if (_inString && c == '\\')
        {
            _isEscaped = true;
        }
        else if (c == '"')
        {
            _inString = !_inString;
        }
    }

    private DraftSentence? Close()
    {
        var json = _object.ToString();
        _object.Clear();
        try
        {
            using var document = JsonDocument.Parse(json);
            var sentence = document.RootElement;
            return sentence.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? new DraftSentence(text.GetString()!, Numbers(sentence, "passages"), Strings(sentence, "quotes"))
                : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new ModelException(ModelFailure.Broken, "the model did not write JSON");
        }
    }

    private static List<int> Numbers(JsonElement sentence, string name) =>
        [.. Elements(sentence, name).Where(value => value.ValueKind == JsonValueKind.Number).Select(value => value.TryGetInt32(out var number) ? number : 0)];

    private static List<string> Strings(JsonElement sentence, string name) =>
        [.. Elements(sentence, name).Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)];

    private static JsonElement.ArrayEnumerator Elements(JsonElement sentence, string name) =>
        sentence.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;
}
