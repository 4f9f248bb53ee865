using System.Diagnostics.Metrics;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.OpenAI.Tests;

namespace BriefingBot.SemanticKernel.Tests;

/// <summary>A model may look more up, and cite what it found.</summary>
public sealed class LookupTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    private const string Pohl = "“The drinking water is not contaminated,” said Gerda Pohl, the waterworks’ director.";

    [Fact]
    public async Task What_a_model_finds_it_can_cite()
    {
        await using var server = await ModelServer.StartAsync(Calls.Search("drinking water contaminated Gerda Pohl"), Calls.Says(found => Script.Draft((SampleAnswers.Good, 1), (Pohl, Number(found, "Gerda Pohl")))));

        var answer = await sample.AskThroughAsync(server, Small);

        Assert.Equal(2, server.Requests.Count);
        Assert.Contains("The drinking water is not contaminated", answer.Text, StringComparison.Ordinal);
        Assert.Contains(answer.Citations, citation => citation.Quote.Source.Id == "kestrin/drinking-water.txt");
        Assert.Equal((1_800, 100), (answer.Usage!.PromptTokens, answer.Usage.AnswerTokens));
        Assert.Equal((2, 0), (answer.Verification!.Kept, answer.Verification.Dropped));
    }

    [Fact]
    public async Task What_it_did_not_find_it_cannot_cite()
    {
        await using var server = await ModelServer.StartAsync(Script.Says(Script.Draft((SampleAnswers.Good, 1), (Pohl, 40))));

        var answer = await sample.AskThroughAsync(server, Small);

        Assert.DoesNotContain("drinking water", answer.Text, StringComparison.Ordinal);
        Assert.Equal(1, answer.Verification!.Dropped);
    }

    [Fact]
    public async Task What_it_found_is_verified_like_the_rest()
    {
        await using var server = await ModelServer.StartAsync(
            Calls.Search("drinking water contaminated Gerda Pohl"),
            Calls.Says(found => Script.Draft((SampleAnswers.Good, 1), ("“The drinking water is contaminated,” said Gerda Pohl, the waterworks’ director.", Number(found, "Gerda Pohl")))),
            Calls.Says(found => Script.Draft((Pohl, Number(found, "Gerda Pohl")))));

        var answer = await sample.AskThroughAsync(server, Small);

        Assert.DoesNotContain("is contaminated", answer.Text, StringComparison.Ordinal);
        Assert.Contains("not contaminated", answer.Text, StringComparison.Ordinal);
        Assert.Equal((3, 2), (server.Requests.Count, answer.Verification!.Kept));
    }

    [Theory]
    [InlineData("corpus-search", """{"query":"drinking water contaminated"}""", "Gerda Pohl")]
    [InlineData("corpus-read_article", """{"passage":1}""", "passages")]
    [InlineData("corpus-who_said_what", """{"about":"drinking water contaminated","speaker":"Pohl"}""", "\"speaker\":\"Gerda Pohl\"")]
    [InlineData("corpus-status_of_claim", """{"claim":"The drinking water of Kestrin is contaminated."}""", "\"status\":\"denied")]
    [InlineData("corpus-search", """{"query":"  "}""", "name what to search for")]
    [InlineData("corpus-read_article", """{"passage":900}""", "no passage of that number")]
    [InlineData("corpus-status_of_claim", """{"claim":"Zebras grazed on Saturn's rings."}""", "takes a stance")]
    [InlineData("corpus-delete", """{"id":"kestrin/drinking-water.txt"}""", "Error")]
    [InlineData("corpus-read_article", """{"passage":"/etc/passwd"}""", "could not be looked up")]
    public async Task Each_function_answers_in_data(string function, string arguments, string expected)
    {
        await using var server = await ModelServer.StartAsync(Calls.Function(function, JsonElement.Parse(arguments)), SampleAnswers.Answers);

        var answer = await sample.AskThroughAsync(server, Small);

        var result = Assert.Single(Calls.Results(server.Requests.Last().Body));
        Assert.Contains(expected, result, StringComparison.Ordinal);
        Assert.InRange(result.Length, 2, 6_000);
        Assert.Equal("openai:m", answer.Model);
    }

    [Fact]
    public async Task At_the_cap_the_functions_are_offered_no_more_and_the_answer_is_written()
    {
        await using var server = await ModelServer.StartAsync(Calls.Search("Kestrin inspection"), Calls.Search("drinking water"), SampleAnswers.Answers);

        var answer = await sample.AskThroughAsync(server, Small with { MaxLookups = 2 });

        Assert.Equal(["auto", "auto", "none"], server.Requests.Select(request => request.Body.GetProperty("tool_choice").GetString()!));
        Assert.Contains(SampleAnswers.Good, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corpus-search")]
    [InlineData("corpus-nothing")]
    public async Task A_model_that_calls_without_end_is_stopped(string function)
    {
        await using var server = await ModelServer.StartAsync(Calls.Function(function, new { query = "Kestrin" }));

        var answer = await sample.AskThroughAsync(server, Small with { MaxRetries = 0, MaxLookups = 3 });

        Assert.InRange(server.Requests.Count, 1, 5);
        Assert.Equal(ExtractiveWriter.Model, answer.Model);
        Assert.NotNull(answer.Note);
    }

    [Fact]
    public async Task What_has_no_room_is_not_shown()
    {
        await using var server = await ModelServer.StartAsync(Calls.Search("drinking water contaminated"), SampleAnswers.Answers);

        var answer = await sample.AskThroughAsync(server, Small with { MaxLookupTokens = 20 });

        Assert.Contains("no room", Assert.Single(Calls.Results(server.Requests.Last().Body)), StringComparison.Ordinal);
        Assert.Equal("openai:m", answer.Model);
    }

    [Fact]
    public async Task With_no_lookups_no_functions_are_offered()
    {
        await using var server = await ModelServer.StartAsync(SampleAnswers.Answers);

        await sample.AskThroughAsync(server, Small with { MaxLookups = 0 });

        Assert.False(Assert.Single(server.Requests).Body.TryGetProperty("tools", out _));
    }

    [Fact]
    public async Task Lookups_are_counted_and_logged_without_their_text()
    {
        List<string> counted = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ModelMeter.Name && instrument.Name == "briefingbot.model.lookups")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, _, tags, _) =>
        {
            lock (counted)
            {
                counted.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value)));
            }
        });
        listener.Start();
        var log = new CollectingLogger();
        await using var server = await ModelServer.StartAsync(Calls.Search("drinking water contaminated"), SampleAnswers.Answers);

        await sample.AskThroughAsync(server, Small, log);

        Assert.Contains("search answered", counted);
        Assert.Contains(log.Lines, line => line.Contains("A model called search: answered, call 1 of 4", StringComparison.Ordinal));
        Assert.All(log.Lines, line => Assert.DoesNotContain("drinking", line, StringComparison.Ordinal));
    }

    // So few tokens that the prompt does not hold every article of the place.
    private static Answers.Drafts.DraftOptions Small { get; } = KernelAnswers.Patient with { MaxPromptTokens = 900 };

    private static int Number(JsonElement found, string text) => found.GetProperty("passages").EnumerateArray()
        .First(passage => passage.GetProperty("text").GetString()!.Contains(text, StringComparison.Ordinal)).GetProperty("n").GetInt32();
}
