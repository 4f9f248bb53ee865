using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using BriefingBot.Channels.Keys;
using BriefingBot.Channels.Limits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.Limits;

public sealed class LimitTests
{
    private static readonly (string, string)[] Articles = [("lock.txt", "Lock closed\n\nThe lock at Kestrin was closed on Monday, the river authority said.")];

    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_come_again()
    {
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Configuration["Limits:RequestsPerMinuteOfKey"] = "2");
        var ring = server.Services.GetRequiredService<KeyRing>();
        var (greedy, other) = (await ring.AddAsync("greedy", Cancellation), await ring.AddAsync("other", Cancellation));

        for (var request = 0; request < 2; request++)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, greedy)).StatusCode);
        using var refused = await AskAsync(server, greedy);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, other)).StatusCode);
    }

    [Fact]
    public async Task An_address_that_asks_too_often_is_refused_and_this_machine_is_not()
    {
        await using var server = await RunningServer.StartAsync(Articles, builder =>
        {
            builder.Configuration["Web:Public"] = "true";
            builder.Configuration["Limits:RequestsPerMinuteOfAddress"] = "1";
        });

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, host: "bot.example.org")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(server, host: "bot.example.org")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var server = await RunningServer.StartAsync(Articles);

        using var response = await server.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), new StringContent($"{{\"question\":\"{new string('a', 70_000)}\"}}", Encoding.UTF8, "application/json"), Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Who_sends_half_a_head_is_closed_off_and_others_are_answered_meanwhile()
    {
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Configuration["Limits:HeaderTimeout"] = "00:00:01");
        using var slow = new TcpClient();
        await slow.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, Cancellation);
        await slow.GetStream().WriteAsync("POST /api/ask HTTP/1.1\r\nHost: local"u8.ToArray(), Cancellation);

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server)).StatusCode);
        using var reader = new StreamReader(slow.GetStream());
        Assert.StartsWith("HTTP/1.1 408", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sends_a_body_too_slowly_is_closed_off()
    {
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Configuration["Limits:SlowBodyTimeout"] = "00:00:02");
        using var slow = new TcpClient();
        await slow.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, Cancellation);
        await slow.GetStream().WriteAsync("POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"question\":"u8.ToArray(), Cancellation);

        using var reader = new StreamReader(slow.GetStream());
        Assert.StartsWith("HTTP/1.1 408", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_open_requests_are_all_closed_and_leave_the_server_answering()
    {
        const int HalfOpen = 200;
        await using var server = await RunningServer.StartAsync(Articles, builder =>
        {
            builder.Configuration["Limits:HeaderTimeout"] = "00:00:01";
            builder.Configuration["Limits:MaxConnectionsOfAddress"] = "100";
        });
        var clients = Enumerable.Range(0, HalfOpen).Select(_ => new TcpClient()).ToList();

        await Task.WhenAll(clients.Select(async client =>
        {
            using (client)
            {
                await EndAsync(client, server, "GET /health HTTP/1.1\r\nHo"u8.ToArray());
            }
        }));

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server)).StatusCode);
    }

    [Theory]
    [InlineData("Limits:MaxConnections")]
    [InlineData("Limits:MaxConnectionsOfAddress")]
    public async Task More_connections_than_allowed_are_closed(string limit)
    {
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Configuration[limit] = "1");
        using var first = new TcpClient();
        await first.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, Cancellation);
        await first.GetStream().WriteAsync("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), Cancellation);
        Assert.True(await first.GetStream().ReadAsync(new byte[1], Cancellation) > 0);

        using var second = new TcpClient();
        await EndAsync(second, server, []);
    }

    [Fact]
    public async Task Who_waits_is_served_in_turn_and_one_too_many_is_refused()
    {
        using var turnstile = new Turnstile(Options.Create(new LimitOptions { AnswersAtOnce = 1, AnswersWaiting = 2 }));
        var first = await turnstile.EnterAsync(Cancellation);
        var (second, third) = (turnstile.EnterAsync(Cancellation), turnstile.EnterAsync(Cancellation));

        await Assert.ThrowsAsync<BusyException>(() => turnstile.EnterAsync(Cancellation));
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
        (await third).Dispose();
    }

    /// <summary>Connects, sends something and reads until the server has closed the connection, in whatever way.</summary>
    private static async Task EndAsync(TcpClient client, RunningServer server, byte[] sent)
    {
        try
        {
            await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, Cancellation);
            await client.GetStream().WriteAsync(sent, Cancellation);
            await client.GetStream().CopyToAsync(Stream.Null, Cancellation);
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            // Closed without a word.
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(RunningServer server, string? key = null, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "Was the lock at Kestrin closed?" }) };
        request.Headers.Host = host;
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        return await server.Client.SendAsync(request, Cancellation);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
