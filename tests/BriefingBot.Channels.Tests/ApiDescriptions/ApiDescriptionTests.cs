using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.ApiDescriptions;

public sealed class ApiDescriptionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_address_that_asks_for_a_key_is_described()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var paths = (await server.GetAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet(StringComparer.Ordinal);

        var mapped = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null && route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .Select(route => $"/{route.RoutePattern.RawText!.TrimStart('/')}").Where(path => path.StartsWith("/api", StringComparison.Ordinal)).ToList();

        Assert.Contains("/api/ask", mapped);
        Assert.Empty(mapped.Except(paths));
    }

    [Fact]
    public async Task Every_operation_says_what_it_is_for_what_it_gives_and_what_may_go_wrong()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        foreach (var (name, operation) in Operations(await server.GetAsync("/openapi/v1.json")))
        {
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.True(SchemaOf(operation, "200").ValueKind == JsonValueKind.Object, $"{name} does not say what it gives");
            Assert.All(operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [], parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
            if (!name.StartsWith("health", StringComparison.Ordinal) && name != "ready")
                Assert.True(operation.GetProperty("responses").TryGetProperty("429", out _), $"{name} does not say what may go wrong");
        }
    }

    [Fact]
    public async Task What_is_given_is_what_is_described()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var document = await server.GetAsync("/openapi/v1.json");
        var (schema, operations) = (new Schema(document), Operations(document));

        var answer = await server.PostAsync("/api/ask", new { question = "Was the lock at Kestrin closed?", conversation = "c" });
        await server.PostAsync("/api/ask", new { question = "Who won the cup?", conversation = "c" });
        Dictionary<string, JsonElement> given = new(StringComparer.Ordinal)
        {
            ["ask"] = answer,
            ["check"] = await server.PostAsync("/api/check", new { claim = "The lock at Kestrin was closed." }),
            ["search"] = await server.GetAsync("/api/search?q=gate%20at%20Kestrin"),
            ["listArticles"] = await server.GetAsync("/api/articles"),
            ["readArticle"] = await server.GetAsync("/api/articles/river%2Flock%20closed.md"),
            ["quotes"] = await server.GetAsync("/api/articles/river%2Flock%20closed.md/quotes"),
            ["readConversation"] = await server.GetAsync("/api/conversations/c"),
            ["giveFeedback"] = await server.PostAsync("/api/feedback", new { conversation = "c", answerId = answer.GetProperty("id").GetString(), rating = "up" }),
            ["examples"] = await server.GetAsync("/api/examples"),
            ["health"] = await server.GetAsync("/health"),
            ["ready"] = await server.GetAsync("/health/ready"),
        };

        Assert.Empty(operations.Keys.Except(given.Keys));
        Assert.Empty(given.SelectMany(response => schema.Faults(response.Value, SchemaOf(operations[response.Key], "200")).Select(fault => $"{response.Key} {fault}")));
    }

    [Fact]
    public async Task A_problem_is_what_is_described()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var document = await server.GetAsync("/openapi/v1.json");
        var operation = Operations(document)["readArticle"];

        using var response = await server.Client.GetAsync(new Uri("/api/articles/none", UriKind.Relative), Cancellation);
        var problem = await response.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>(Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        problem!.Remove("traceId");
        Assert.Empty(new Schema(document).Faults(JsonSerializer.SerializeToElement(problem), SchemaOf(operation, "404", "application/problem+json")));
    }

    [Fact]
    public async Task Every_example_is_what_its_schema_says()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var document = await server.GetAsync("/openapi/v1.json");
        var schema = new Schema(document);

        var contents = Operations(document).SelectMany(operation =>
            new[] { ("request", operation.Value.TryGetProperty("requestBody", out var body) ? body : default), ("response", operation.Value.GetProperty("responses").GetProperty("200")) }
                .Where(part => part.Item2.ValueKind == JsonValueKind.Object).Select(part => (Name: $"{operation.Key} {part.Item1}", Content: part.Item2.GetProperty("content").GetProperty("application/json")))).ToList();
        var shown = contents.Where(content => content.Content.TryGetProperty("example", out _)).ToList();

        Assert.Empty(shown.SelectMany(content => schema.Faults(content.Content.GetProperty("example"), content.Content.GetProperty("schema")).Select(fault => $"{content.Name} {fault}")));
        Assert.Equal(["ask request", "ask response", "check request", "check response", "giveFeedback request", "giveFeedback response", "listArticles response", "quotes response", "readArticle response", "readConversation response", "search response"], shown.Select(content => content.Name).Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, JsonElement> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToDictionary(operation => operation.Value.GetProperty("operationId").GetString()!, operation => operation.Value, StringComparer.Ordinal);

    private static JsonElement SchemaOf(JsonElement operation, string status, string type = "application/json") =>
        operation.GetProperty("responses").GetProperty(status).TryGetProperty("content", out var content) ? content.GetProperty(type).GetProperty("schema") : default;
}
