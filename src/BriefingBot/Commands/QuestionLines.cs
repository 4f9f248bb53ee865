using System.Globalization;
using System.Text.Json;
using BriefingBot.Answers;

namespace BriefingBot.Commands;

/// <summary>A file of questions, a JSON object a line: <c>id</c>, <c>question</c> and, if it matters, <c>date</c>.</summary>
internal sealed class QuestionLines
{
    private readonly string _in;
    private readonly string _out;

    private QuestionLines(string input, string output)
    {
        _in = input;
        _out = output;
    }

    /// <returns>Null if a single question is asked.</returns>
    /// <exception cref="InputException">Neither or both are given, or one of the two files is missing.</exception>
    public static QuestionLines? From(string? input, string? output, string? question) => (input, output, question) switch
    {
        (null, null, not null) => null,
        ({ } file, { } target, null) => File.Exists(file) ? new QuestionLines(file, target) : throw new InputException($"{file}: no such file; name one with a JSON object a line"),
        (null, null, null) => throw new InputException("no question; write briefingbot ask \"QUESTION\", or --questions IN.jsonl --out OUT.jsonl"),
        _ => throw new InputException("--questions IN.jsonl and --out OUT.jsonl go together, without a question beside them"),
    };

    /// <summary>Each line of the file, parsed; a bad one ends the run.</summary>
    public IEnumerable<(string Id, string Question, DateOnly? Date)> Read()
    {
        var number = 0;
        foreach (var line in File.ReadLines(_in))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, number);
            }
        }
    }

    public async Task<int> AnswerAsync(Answerer answerer, AskOptions options, CancellationToken cancellation) =>
        await WriteAsync(async (json, line) =>
        {
            AnswerJson.Write(json, await AnswerAsync(answerer, line.Question, options with { Asked = line.Date }, line.Id, cancellation), line.Id);
        });

    // One bad question does not end a run of a thousand.
    private async Task<Answer> AnswerAsync(Answerer answerer, string question, AskOptions options, string id, CancellationToken cancellation)
    {
        try
        {
            return await answerer.AskAsync(question, options, cancellation);
        }
        catch (QuestionException bad)
        {
            await Console.Error.WriteLineAsync($"{_in}: question {id}: {bad.Message}");
            return answerer.Refuse(question, bad, options);
        }
    }

    /// <summary>Writes one JSON line a question.</summary>
    public async Task<int> WriteAsync(Func<Utf8JsonWriter, (string Id, string Question, DateOnly? Date), Task> write)
    {
        await using var stream = Create(_out);
        foreach (var line in Read())
        {
            await using (var json = new Utf8JsonWriter(stream, AnswerJson.Compact))
            {
                await write(json, line);
            }

            stream.WriteByte((byte)'\n');
        }

        return ExitStatus.Done;
    }

    /// <exception cref="InputException">The file cannot be written.</exception>
    public static FileStream Create(string output)
    {
        try
        {
            return File.Create(output);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{output}: cannot be written ({failure.Message}); name another file with --out");
        }
    }

    private (string Id, string Question, DateOnly? Date) Parse(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            DateOnly? date = root.TryGetProperty("date", out var day) && DateOnly.TryParseExact(day.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;
            return (root.GetProperty("id").ToString(), root.GetProperty("question").GetString()!, date);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputException($"{_in} line {number}: not a JSON object with id and question; mend the line");
        }
    }
}
