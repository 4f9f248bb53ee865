using System.Buffers;
using System.Text;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Problems;
using BriefingBot.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Asks;

/// <summary>An answer as server-sent events: <c>status</c>, then <c>sentence</c> and <c>citation</c> in turn, then <c>done</c> with the whole; or <c>error</c>.</summary>
internal static partial class AnswerEvents
{
    public const string MediaType = "text/event-stream";

    /// <remarks>What goes wrong before the first event is an ordinary response.</remarks>
    public static async Task WriteAsync(HttpContext http, Ask ask, IAsyncEnumerable<AnswerEvent> events)
    {
        try
        {
            await foreach (var written in events)
            {
                if (!http.Response.HasStarted)
                {
                    http.Response.ContentType = MediaType;
                    http.Response.Headers.CacheControl = "no-store";
                }

                Write(http.Response.BodyWriter, ask, written);
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }
        }
        catch (Exception failure) when (http.Response.HasStarted && failure is not OperationCanceledException)
        {
            var problem = ProblemHandler.Of(failure);
            LogFailure(http.RequestServices.GetRequiredService<ILogger<ProblemHandler>>(), failure);
            Send(http.Response.BodyWriter, "error", json =>
            {
                json.WriteStartObject();
                json.WriteString("title", problem.Title);
                json.WriteString("detail", problem.Detail);
                json.WriteNumber("status", problem.Status!.Value);
                json.WriteEndObject();
            });
        }
    }

    private static void Write(IBufferWriter<byte> body, Ask ask, AnswerEvent written)
    {
        switch (written)
        {
            case StatusDecided decided:
                Send(body, "status", json => WriteStatus(json, ask, decided));
                break;
            case SentenceWritten sentence:
                Send(body, "sentence", json =>
                {
                    json.WriteStartObject();
                    json.WriteString("text", sentence.Text);
                    json.WriteEndObject();
                });
                foreach (var citation in sentence.Citations)
                    Send(body, "citation", json => AnswerJson.WriteCitation(json, citation));
                break;
            case AnswerFinished finished:
                Send(body, "done", json => AnswerJson.Write(json, finished.Answer, ask.Id));
                break;
        }
    }

    private static void WriteStatus(Utf8JsonWriter json, Ask ask, StatusDecided decided)
    {
        json.WriteStartObject();
        json.WriteString("id", ask.Id);
        json.WriteString("question", decided.Question);
        json.WriteString("reply", AnswerJson.WordOf(decided.Reply));
        json.WriteString("status", decided.Status is { } status ? ClaimWords.Of(status) : null);
        json.WriteString("statusReason", decided.Reason);
        json.WriteString("asOf", AnswerJson.WordOf(decided.AsOf));
        json.WriteEndObject();
    }

    // The JSON is written without line breaks, so that it is one line of data.
    private static void Send(IBufferWriter<byte> body, string name, Action<Utf8JsonWriter> write)
    {
        body.Write(Encoding.UTF8.GetBytes($"event: {name}\ndata: "));
        using (var json = new Utf8JsonWriter(body, AnswerJson.Compact))
            write(json);
        body.Write("\n\n"u8);
    }

    [LoggerMessage(LogLevel.Error, "An answer broke off")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
