using System.Net;
using System.Text;
using System.Text.Json;

namespace BriefingBot.Channels.Tests.Completions;

/// <summary>What no library sends.</summary>
public sealed class CompletionEndpointTests
{
    private static readonly (string, string)[] Articles =
        [("lock.txt", "Lock at Kestrin closed\n\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said.")];

    [Theory]
    [InlineData("", 400, null)]
    [InlineData("[]", 400, null)]
    [InlineData("{", 400, null)]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}", 404, "model")]
    [InlineData("{\"model\":\"gpt-5\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}", 404, "model")]
    [InlineData("{\"model\":\"briefingbot\"}", 400, "messages")]
    [InlineData("{\"model\":\"briefingbot\",\"messages\":[]}", 400, "messages")]
    [InlineData("{\"model\":\"briefingbot\",\"messages\":\"hello\"}", 400, "messages")]
    [InlineData("{\"model\":\"briefingbot\",\"messages\":[{\"role\":\"assistant\",\"content\":\"x\"}]}", 400, "messages")]
    [InlineData("{\"model\":\"briefingbot\",\"messages\":[7]}", 400, "messages[0].role")]
    [InlineData("{\"model\":\"briefingbot\",\"messages\":[{\"role\":\"king\",\"content\":\"x\"}]}", 400, "messages[0].role")]
    [InlineData("{\"model\":\"briefingbot\",\"messages\":[{\"role\":\"user\"}]}", 400, "messages[0].content")]
    [InlineData("{\"model\":\"briefingbot\",\"messages\":[{\"role\":\"user\",\"content\":[7]}]}", 400, "messages[0].content[0]")]
    [InlineData("{\"model\":\"briefingbot\",\"messages\":[{\"role\":\"user\",\"content\":\"\\ud800\"}]}", 400, null)]
    [InlineData("{\"model\":\"briefingbot\",\"messages\":[{\"role\":\"user\",\"content\":\" \"}]}", 400, null)]
    [InlineData("{\"model\":\"briefingbot\",\"n\":2,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}", 400, "n")]
    public async Task What_is_wrong_is_told_in_the_shape_of_openai(string body, int status, string? param)
    {
        await using var server = await RunningServer.StartAsync(Articles);

        foreach (var streamed in new[] { body, body.Replace("{\"model\"", "{\"stream\":true,\"model\"", StringComparison.Ordinal) })
        {
            using var response = await server.Client.PostAsync("/v1/chat/completions", new StringContent(streamed, Encoding.UTF8, "application/json"), Cancellation);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
            var error = json.RootElement.GetProperty("error");

            Assert.Equal((HttpStatusCode)status, response.StatusCode);
            Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
            Assert.DoesNotContain('\n', error.GetProperty("message").GetString()!);
            Assert.Equal(param, error.GetProperty("param").GetString());
        }
    }

    [Fact]
    public async Task A_long_chat_is_read_and_an_endless_one_is_not()
    {
        await using var server = await RunningServer.StartAsync(Articles);

        using var longOne = await server.Client.PostAsync("/v1/chat/completions", Chat(1 << 20), Cancellation);

        // Told before it has sent everything.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions") { Content = Chat(5 << 20), Headers = { ExpectContinue = true } };
        using var endless = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, longOne.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, endless.StatusCode);
        Assert.Contains("\"error\":{", await endless.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        static StringContent Chat(int chars) => new(
            $$"""{"model":"briefingbot","messages":[{"role":"assistant","content":"{{new string('a', chars)}}"},{"role":"user","content":"Was the lock at Kestrin closed?"}]}""",
            Encoding.UTF8,
            "application/json");
    }

    [Theory]
    [InlineData("POST", "/v1/embeddings", 404, "there is nothing at this address")]
    [InlineData("GET", "/v1/chat/completions", 405, "GET is not for this address")]
    public async Task What_is_not_there_is_told_in_the_same_shape(string method, string path, int status, string said)
    {
        await using var server = await RunningServer.StartAsync(Articles);

        using var response = await server.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Cancellation);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.StartsWith(said, json.RootElement.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_with_bytes_exchanged_is_answered_or_refused()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        var body = """{"model":"briefingbot","stream":false,"stream_options":{"include_usage":true},"n":1,"tool_choice":"auto","messages":[{"role":"system","content":"x"},{"role":"user","content":[{"type":"text","text":"Was the lock at Kestrin closed?"}]}]}"""u8.ToArray();
        var random = new Random(6);

        for (var i = 0; i < 250; i++)
        {
            byte[] mutated = [.. body];
            for (var change = random.Next(1, 4); change > 0; change--)
                mutated[random.Next(mutated.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : mutated[random.Next(mutated.Length)];
            using var content = new ByteArrayContent(mutated[..(random.Next(4) == 0 ? random.Next(mutated.Length) : mutated.Length)]);

            using var response = await server.Client.PostAsync("/v1/chat/completions", content, Cancellation);

            Assert.True((int)response.StatusCode < 500, $"{response.StatusCode}: {Encoding.UTF8.GetString(mutated)}");
        }
    }

    [Theory]
    [InlineData("help", "Ask a question about the articles.")]
    [InlineData("sources", "I search 1 article")]
    [InlineData("quotes lock.txt", "the river authority")]
    [InlineData("Quotes of the river authority on the lock at Kestrin?", "\"content\":\"**")]
    [InlineData("check The lock at Kestrin was closed", "**REPORTED**")]
    public async Task The_commands_of_every_chat_are_understood(string said, string expected)
    {
        await using var server = await RunningServer.StartAsync(Articles);
        var body = JsonSerializer.Serialize(new { model = "briefingbot", stream = true, messages = new[] { new { role = "user", content = said } } });

        using var response = await server.Client.PostAsync("/v1/chat/completions", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
        var lines = (await response.Content.ReadAsStringAsync(Cancellation)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.All(lines, line => Assert.StartsWith("data: ", line, StringComparison.Ordinal));
        Assert.Contains(expected, lines[0], StringComparison.Ordinal);
        Assert.Equal("data: [DONE]", lines[^1]);
    }

    [Fact]
    public async Task Links_lead_to_the_public_address_where_one_is_set()
    {
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Configuration["Web:PublicUrl"] = "https://briefing.example/bot/");
        const string Body = """{"model":"briefingbot","messages":[{"role":"user","content":"Was the lock at Kestrin closed?"}]}""";

        using var response = await server.Client.PostAsync("/v1/chat/completions", new StringContent(Body, Encoding.UTF8, "application/json"), Cancellation);

        Assert.Contains("(https://briefing.example/bot/articles/lock.txt#q=", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
