using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.OpenAI.Tests;

/// <summary>A request as the server got it.</summary>
internal sealed record Received(JsonElement Body, IReadOnlyDictionary<string, string> Headers, string Path)
{
    public bool HasSchema => Body.TryGetProperty("response_format", out _);

    public string System => Body.GetProperty("messages")[0].GetProperty("content").ToString();
}

/// <summary>A server that speaks the OpenAI protocol on a free port of this machine, and answers each request as its script says; the last line again and again.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ModelServer(WebApplication app) => _app = app;

    public ConcurrentQueue<Received> Requests { get; } = new();

    public string Url => $"{_app.Urls.First()}/v1";

    /// <summary>Ends when a client goes away before its answer does.</summary>
    public Task Aborted => _aborted.Task;

    public static async Task<ModelServer> StartAsync(params Func<HttpContext, Task>[] script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ModelServer(app);
        app.MapPost("/{**path}", async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            context.Items["body"] = body.RootElement.Clone();
            server.Requests.Enqueue(new Received(body.RootElement.Clone(), context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), context.Request.Path));
            context.RequestAborted.Register(() => server._aborted.TrySetResult());
            await script[Math.Min(server.Requests.Count, script.Length) - 1](context);
        });
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>What a server may do.</summary>
internal static class Script
{
    public static string Draft(params (string Text, int Passage)[] sentences) => JsonSerializer.Serialize(new
    {
        sentences = sentences.Select(sentence => new { text = sentence.Text, passages = new[] { sentence.Passage }, quotes = Array.Empty<string>() }),
    });

    /// <summary>Streams the content, cut anywhere: inside an event, inside a character.</summary>
    public static Func<HttpContext, Task> Says(string content, int eventChars = 5, int writeBytes = 11, string finish = "stop") => async context =>
    {
        context.Response.ContentType = "text/event-stream";
        List<string> events = [.. content.Chunk(eventChars).Select(part => Event(new { content = new string(part) }, null)), Event(new { }, finish), Usage, "data: [DONE]\n\n"];
        foreach (var bytes in System.Text.Encoding.UTF8.GetBytes(string.Concat(events)).Chunk(writeBytes))
        {
            await context.Response.Body.WriteAsync(bytes);
            await context.Response.Body.FlushAsync();
        }
    };

    public static Func<HttpContext, Task> Refuses(string text) => async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(Event(new { refusal = text }, null) + Event(new { }, "stop") + "data: [DONE]\n\n");
    };

    /// <summary>Answers with a status, and a body that names the key as some servers do.</summary>
    public static Func<HttpContext, Task> Fails(int status, string? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsJsonAsync(new { error = new { message = $"failed for {context.Request.Headers.Authorization}", type = "error" } });
    };

    /// <summary>Streams some content and closes the connection.</summary>
    public static Func<HttpContext, Task> Breaks(string content) => async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(Event(new { content }, null));
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Streams some content and ends there, without a word of why.</summary>
    public static Func<HttpContext, Task> Stops(string content) => async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(Event(new { content }, null));
    };

    /// <summary>Streams some content and then nothing, until the client goes.</summary>
    public static Func<HttpContext, Task> FallsSilent(string content) => async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(Event(new { content }, null));
        await context.Response.Body.FlushAsync();
        await Gone(context);
    };

    /// <summary>Says nothing at all, until the client goes.</summary>
    public static Task Held(HttpContext context) => Gone(context);

    /// <summary>Never ends.</summary>
    public static Func<HttpContext, Task> NeverEnds(string start) => async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(Event(new { content = start }, null));
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(Event(new { content = new string('a', 200) }, null));
            await context.Response.Body.FlushAsync();
        }
    };

    /// <summary>Takes no response format.</summary>
    public static Func<HttpContext, Task> TakesNoSchema(string content) => async context =>
    {
        var refused = context.Items["body"] is JsonElement body && body.TryGetProperty("response_format", out _);
        await (refused ? Fails(400) : Says(content))(context);
    };

    private static Task Gone(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    private static string Usage => $"data: {JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = Array.Empty<object>(), usage = new { prompt_tokens = 900, completion_tokens = 80, total_tokens = 980 } })}\n\n";

    private static string Event(object delta, string? finish) =>
        $"data: {JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = new[] { new { index = 0, delta, finish_reason = finish } } })}\n\n";
}
