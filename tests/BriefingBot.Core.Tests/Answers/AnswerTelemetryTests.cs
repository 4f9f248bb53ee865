using System.Collections.Concurrent;
using System.Diagnostics;
using BriefingBot.Answers;

namespace BriefingBot.Core.Tests.Answers;

public sealed class AnswerTelemetryTests
{
    [Fact]
    public async Task Of_an_answer_by_a_model_the_retrieval_the_model_and_each_verification_are_spans_within_the_question()
    {
        var spans = new ConcurrentBag<Activity>();
        using var mine = new ActivitySource(nameof(AnswerTelemetryTests));
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is AnswerTelemetry.Name or nameof(AnswerTelemetryTests),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var test = mine.StartActivity("test")!;

        await SomeNews.AskAsync("Twelve people were hurt on the ferry Aurelia, the harbour office said.", 1);

        // Other tests run at the same time.
        var own = spans.Where(span => span.TraceId == test.TraceId).ToList();
        var question = Assert.Single(own, span => span.OperationName.Equals("question", StringComparison.Ordinal));
        Assert.Equal(test.SpanId, question.ParentSpanId);
        Assert.Equal("answered", question.GetTagItem("briefingbot.reply"));
        Assert.Equal(["model", "retrieval", "verification"], own.Where(span => span.ParentSpanId == question.SpanId).Select(span => span.OperationName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(own.SelectMany(span => span.TagObjects), tag => $"{tag.Value}".Contains("Aurelia", StringComparison.Ordinal));
    }
}
