using System.Diagnostics;
using System.Diagnostics.Metrics;
using BriefingBot.Answers.Drafts;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>
/// What can be traced and counted of answers, under <see cref="Name"/>: spans <c>question</c>, and within it <c>retrieval</c>, <c>model</c> and <c>verification</c>;
/// counters and durations by status. No word of a question, an article or an answer is in any.
/// </summary>
public static class AnswerTelemetry
{
    /// <summary>Of the source of spans and of the meter.</summary>
    public const string Name = "BriefingBot";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Answers = Meter.CreateCounter<long>("briefingbot.answers", "{answer}", "Answers given, by reply, status and who wrote them");
    private static readonly Counter<long> Abstentions = Meter.CreateCounter<long>("briefingbot.abstentions", "{answer}", "Questions that the corpus does not answer");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("briefingbot.tokens", "{token}", "Tokens of a model, by direction");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("briefingbot.answer.duration", "s", "From the question to the whole answer");

    /// <returns>Null where nobody listens.</returns>
    internal static Activity? Question() => Source.StartActivity("question");

    internal static Activity? Retrieval() => Source.StartActivity("retrieval");

    /// <param name="parent">Of the question's span: what an iterator yields in between forgets which is the current one.</param>
    internal static Activity? Model(ActivityContext parent) => Source.StartActivity("model", ActivityKind.Client, parent);

    internal static Activity? Verification(ActivityContext parent) => Source.StartActivity("verification", ActivityKind.Internal, parent);

    internal static void Describe(Activity? retrieval, Retrieved found) => retrieval?
        .SetTag("briefingbot.searched.articles", found.Searched.Articles)
        .SetTag("briefingbot.found.articles", found.Articles.Count)
        .SetTag("briefingbot.found.passages", found.Passages.Count);

    internal static void Describe(Activity? model, ModelUsage usage) => model?
        .SetTag("gen_ai.usage.input_tokens", usage.PromptTokens)
        .SetTag("gen_ai.usage.output_tokens", usage.AnswerTokens);

    internal static void Count(Activity? question, Answer answer)
    {
        var tags = new TagList
        {
            { "reply", AnswerJson.WordOf(answer.Reply) },
            { "status", answer.Status is { } status ? ClaimWords.Of(status) : "none" },
            { "model", answer.Model },
        };
        Answers.Add(1, tags);
        Duration.Record(answer.Elapsed.TotalSeconds, tags);
        if (answer.Reply == Reply.NotInCorpus)
            Abstentions.Add(1);
        if (answer.Usage is { } usage)
        {
            Tokens.Add(usage.PromptTokens, new KeyValuePair<string, object?>("direction", "input"));
            Tokens.Add(usage.AnswerTokens, new KeyValuePair<string, object?>("direction", "output"));
        }

        foreach (var (name, value) in tags)
            question?.SetTag($"briefingbot.{name}", value);
        question?.SetTag("briefingbot.citations", answer.Citations.Count);
    }
}
