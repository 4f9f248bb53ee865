using System.Buffers;
using System.Text;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Markdown;
using BriefingBot.Channels.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Completions;

/// <summary>Writes one answer as a chat completion, or as its chunks while it is written.</summary>
internal sealed partial class CompletionWriter(HttpContext http, CompletionRequest request, Ask ask, AnswerMarkdown markdown)
{
    private readonly long _created = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>Lines that are no answer, such as what the bot says of itself.</summary>
    public Task WriteAsync(string said) => request.IsStreamed
        ? StreamAsync(Once(new Piece(MarkdownText.Lines(said), IsFirst: true, null)))
        : WholeAsync(Once(new Piece(MarkdownText.Lines(said), IsFirst: true, null)));

    public Task WriteAsync(IAsyncEnumerable<AnswerEvent> events) => request.IsStreamed ? StreamAsync(Pieces(events)) : WholeAsync(Pieces(events));

    private async IAsyncEnumerable<Piece> Pieces(IAsyncEnumerable<AnswerEvent> events)
    {
        await foreach (var written in events)
            yield return new Piece(markdown.Piece(written), written is StatusDecided, (written as AnswerFinished)?.Answer);
    }

    private static async IAsyncEnumerable<Piece> Once(Piece piece)
    {
        await Task.CompletedTask;
        yield return piece;
    }

    private async Task WholeAsync(IAsyncEnumerable<Piece> pieces)
    {
        var content = new StringBuilder();
        Answer? answer = null;
        await foreach (var piece in pieces)
        {
            content.Append(piece.Text);
            answer = piece.Answer;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, AnswerJson.Compact);
        json.WriteStartObject();
        Begin(json, "chat.completion");
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteStartObject("message");
        json.WriteString("role", "assistant");
        json.WriteString("content", content.ToString());
        json.WriteNull("refusal");
        json.WriteEndObject();
        json.WriteNull("logprobs");
        json.WriteString("finish_reason", "stop");
        json.WriteEndObject();
        json.WriteEndArray();
        WriteUsage(json, answer);
        WriteBriefing(json, answer);
        json.WriteEndObject();
    }

    // What goes wrong before the first event is an ordinary response.
    private async Task StreamAsync(IAsyncEnumerable<Piece> pieces)
    {
        try
        {
            Answer? answer = null;
            await foreach (var piece in pieces)
            {
                await SendAsync(json => WriteDelta(json, piece));
                answer = piece.Answer;
            }

            await SendAsync(json => WriteEnd(json, answer));
            if (request.IncludesUsage)
                await SendAsync(json => WriteTaken(json, answer));
            http.Response.BodyWriter.Write("data: [DONE]\n\n"u8);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        catch (Exception failure) when (http.Response.HasStarted && failure is not OperationCanceledException)
        {
            var problem = ProblemHandler.Of(failure);
            LogFailure(http.RequestServices.GetRequiredService<ILogger<CompletionWriter>>(), failure);
            await SendAsync(json => CompletionErrors.Write(json, problem.Detail!, problem.Status!.Value));
        }
    }

    private async Task SendAsync(Action<Utf8JsonWriter> write)
    {
        if (!http.Response.HasStarted)
        {
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["X-Accel-Buffering"] = "no";
        }

        var body = http.Response.BodyWriter;
        body.Write("data: "u8);
        await using (var json = new Utf8JsonWriter(body, AnswerJson.Compact))
            write(json);
        body.Write("\n\n"u8);
        await body.FlushAsync(http.RequestAborted);
    }

    private void WriteDelta(Utf8JsonWriter json, Piece piece) => WriteChunk(json, finish: null, delta: () =>
    {
        if (piece.IsFirst)
            json.WriteString("role", "assistant");
        json.WriteString("content", piece.Text);
    });

    private void WriteEnd(Utf8JsonWriter json, Answer? answer) => WriteChunk(json, finish: "stop", delta: () => { }, rest: () => WriteBriefing(json, answer));

    private void WriteChunk(Utf8JsonWriter json, string? finish, Action delta, Action? rest = null)
    {
        json.WriteStartObject();
        Begin(json, "chat.completion.chunk");
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteStartObject("delta");
        delta();
        json.WriteEndObject();
        json.WriteNull("logprobs");
        json.WriteString("finish_reason", finish);
        json.WriteEndObject();
        json.WriteEndArray();
        if (request.IncludesUsage)
            json.WriteNull("usage");
        rest?.Invoke();
        json.WriteEndObject();
    }

    private void WriteTaken(Utf8JsonWriter json, Answer? answer)
    {
        json.WriteStartObject();
        Begin(json, "chat.completion.chunk");
        json.WriteStartArray("choices");
        json.WriteEndArray();
        WriteUsage(json, answer);
        json.WriteEndObject();
    }

    private void Begin(Utf8JsonWriter json, string kind)
    {
        json.WriteString("id", $"chatcmpl-{ask.Id}");
        json.WriteString("object", kind);
        json.WriteNumber("created", _created);
        json.WriteString("model", request.Model);
    }

    // Without a model nothing is taken.
    private static void WriteUsage(Utf8JsonWriter json, Answer? answer)
    {
        var (prompt, completion) = (answer?.Usage?.PromptTokens ?? 0, answer?.Usage?.AnswerTokens ?? 0);
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", prompt);
        json.WriteNumber("completion_tokens", completion);
        json.WriteNumber("total_tokens", prompt + completion);
        json.WriteEndObject();
    }

    private void WriteBriefing(Utf8JsonWriter json, Answer? answer)
    {
        if (answer is null)
            return;
        json.WritePropertyName("briefing");
        AnswerJson.Write(json, answer, ask.Id);
    }

    [LoggerMessage(LogLevel.Error, "An answer broke off")]
    private static partial void LogFailure(ILogger log, Exception failure);

    /// <param name="Answer">With the last piece of an answer.</param>
    private sealed record Piece(string Text, bool IsFirst, Answer? Answer);
}
