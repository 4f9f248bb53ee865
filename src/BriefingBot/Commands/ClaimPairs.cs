using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Claims;

namespace BriefingBot.Commands;

/// <summary>A file of claims and texts, a JSON object a line: <c>id</c>, <c>claim</c>, <c>text</c>.</summary>
internal static class ClaimPairs
{
    /// <summary>Writes the stance of each text toward its claim, with the cues that show it, a JSON line each.</summary>
    /// <exception cref="InputException">A file cannot be used, or a line is no such object.</exception>
    public static async Task<int> CheckAsync(string input, string output, CancellationToken cancellation)
    {
        if (!File.Exists(input))
        {
            throw new InputException($"{input}: no such file; name one with a JSON object a line");
        }

        await using var stream = QuestionLines.Create(output);
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(input, cancellation))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                await WriteAsync(stream, Parse(input, number, line));
            }
        }

        return ExitStatus.Done;
    }

    private static async Task WriteAsync(Stream stream, (string Id, string Claim, string Text) pair)
    {
        var stance = StanceClassifier.Classify(pair.Claim, pair.Text);
        await using (var json = new Utf8JsonWriter(stream, AnswerJson.Compact))
        {
            json.WriteStartObject();
            json.WriteString("id", pair.Id);
            json.WriteString("stance", ClaimWords.Of(stance.Stance));
            json.WriteStartArray("cues");
            foreach (var cue in stance.Cues)
            {
                json.WriteStringValue(pair.Text[cue.Start..cue.End]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static (string Id, string Claim, string Text) Parse(string input, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return (root.GetProperty("id").ToString(), root.GetProperty("claim").GetString()!, root.GetProperty("text").GetString()!);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputException($"{input} line {number}: not a JSON object with id, claim and text; mend the line");
        }
    }
}
