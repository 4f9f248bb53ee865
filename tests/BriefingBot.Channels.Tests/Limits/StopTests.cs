using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using BriefingBot.Answers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BriefingBot.Channels.Tests.Limits;

public sealed class StopTests
{
    private static readonly (string, string)[] Articles = [("lock.txt", "Lock closed\n\nThe lock at Kestrin was closed on Monday, the river authority said.")];

    [Fact]
    public async Task An_answer_that_is_being_written_is_finished_when_the_server_is_to_stop()
    {
        using var model = new WaitingModel();
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Services.AddSingleton(new ModelWriter(model, "test:waiting")));
        var asking = server.Client.PostAsJsonAsync("/api/ask", new { question = "Was the lock at Kestrin closed?" }, Cancellation);
        await model.Asked.Task.WaitAsync(Cancellation);

        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var stopping = server.StopAsync();
        model.Goes.SetResult();
        using var response = await asking;
        await stopping;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("river authority", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_does_not_keep_the_server_from_stopping()
    {
        using var model = new WaitingModel();
        await using var server = await RunningServer.StartAsync(Articles, builder =>
        {
            builder.Services.AddSingleton(new ModelWriter(model, "test:waiting"));
            builder.Configuration["Limits:StopTimeout"] = "00:00:01";
        });
        var asking = server.Client.PostAsJsonAsync("/api/ask", new { question = "Was the lock at Kestrin closed?" }, Cancellation);
        await model.Asked.Task.WaitAsync(Cancellation);

        // That it could not wait for everything is said so.
        Assert.True(await Record.ExceptionAsync(server.StopAsync) is null or OperationCanceledException);
        await Assert.ThrowsAsync<HttpRequestException>(() => asking);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Writes nothing before it is told to go on.</summary>
    private sealed class WaitingModel : IChatClient
    {
        public TaskCompletionSource Asked { get; } = new();

        public TaskCompletionSource Goes { get; } = new();

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Asked.TrySetResult();
            await Goes.Task.WaitAsync(cancellationToken);
            yield return new ChatResponseUpdate(ChatRole.Assistant, """{"sentences":[{"text":"The lock at Kestrin was closed on Monday, the river authority said.","passages":[1],"quotes":[]}]}""");
        }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
