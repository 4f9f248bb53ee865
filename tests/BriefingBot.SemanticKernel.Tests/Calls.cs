using System.Text.Json;
using BriefingBot.OpenAI.Tests;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.SemanticKernel.Tests;

/// <summary>A server whose model calls functions.</summary>
internal static class Calls
{
    /// <summary>Streams one call, its arguments in two pieces.</summary>
    public static Func<HttpContext, Task> Function(string name, object arguments) => async context =>
    {
        var json = JsonSerializer.Serialize(arguments);
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(string.Concat(
            Event(new { role = "assistant", tool_calls = new[] { new { index = 0, id = "call_1", type = "function", function = new { name, arguments = json[..5] } } } }, null),
            Event(new { tool_calls = new[] { new { index = 0, function = new { arguments = json[5..] } } } }, null),
            Event(new { }, "tool_calls"),
            Usage,
            "data: [DONE]\n\n"));
    };

    public static Func<HttpContext, Task> Search(string query) => Function("corpus-search", new { query });

    /// <summary>Writes a draft of what the last function gave, or of what the prompt repeats of it.</summary>
    public static Func<HttpContext, Task> Says(Func<JsonElement, string> draft) => async context =>
    {
        var body = (JsonElement)context.Items["body"]!;
        using var result = JsonDocument.Parse(Results(body) is [.., var last] ? last : body.GetProperty("messages")[2].GetProperty("content").GetString()!);
        await Script.Says(draft(result.RootElement))(context);
    };

    /// <summary>Takes no functions.</summary>
    public static Func<HttpContext, Task> TakesNone(Func<HttpContext, Task> then) => context =>
        (((JsonElement)context.Items["body"]!).TryGetProperty("tools", out _) ? Script.Fails(400) : then)(context);

    /// <summary>What functions gave, in the order of the request.</summary>
    public static List<string> Results(JsonElement body) =>
        [.. body.GetProperty("messages").EnumerateArray().Where(message => message.GetProperty("role").GetString() == "tool").Select(message => message.GetProperty("content").GetString()!)];

    private static string Usage => $"data: {JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = Array.Empty<object>(), usage = new { prompt_tokens = 900, completion_tokens = 20, total_tokens = 920 } })}\n\n";

    private static string Event(object delta, string? finish) =>
        $"data: {JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = new[] { new { index = 0, delta, finish_reason = finish } } })}\n\n";
}
