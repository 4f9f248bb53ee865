using System.Net;
using System.Text;

namespace BriefingBot.Channels.Tests.Problems;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("", "the body is empty")]
    [InlineData("null", "the body is empty")]
    [InlineData("{\"question\":", "the body is no JSON (line 1, byte 13)")]
    [InlineData("{\"question\": what}", "the body is no JSON (line 1, byte 14)")]
    [InlineData("[]", "the body: is not of the kind")]
    [InlineData("{\"question\": 5}", "question: is no text; put it in quotation marks (line 1, byte")]
    [InlineData("{\"question\": \"Who?\",\n\"asOf\": \"monday\"}", "asOf: is no day; write it as 2024-07-31 (line 2")]
    [InlineData("{\"question\": \"Who?\", \"outlets\": \"River Post\"}", "outlets: is no list of texts; write [\"...\"]")]
    [InlineData("{\"question\": \"\\ud800\"}", "")]
    public async Task A_body_that_cannot_be_read_is_a_problem_that_says_where_and_what_to_do(string body, string line)
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var given = await server.ProblemAsync(HttpStatusCode.BadRequest, HttpMethod.Post, "/api/ask", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.StartsWith(line, given, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_said_to_be_json_is_a_problem()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        Assert.Contains("Content-Type: application/json", await server.ProblemAsync(HttpStatusCode.UnsupportedMediaType, HttpMethod.Post, "/api/ask", new StringContent("{\"question\":\"Who?\"}", Encoding.UTF8, "text/plain")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_fields_are_passed_over()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        Assert.Equal("answered", (await server.PostAsync("/api/ask", new { question = "Was the lock at Kestrin closed?", later = true })).GetProperty("reply").GetString());
    }

    [Fact]
    public async Task An_address_without_anything_is_a_404_that_says_where_to_look()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        Assert.Contains("/openapi/v1.json", await server.ProblemAsync(HttpStatusCode.NotFound, "/api/nothing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_is_not_for_an_address_is_a_405()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        Assert.StartsWith("DELETE is not for this address", await server.ProblemAsync(HttpStatusCode.MethodNotAllowed, HttpMethod.Delete, "/api/ask"), StringComparison.Ordinal);
    }
}
