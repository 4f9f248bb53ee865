using System.Diagnostics;
using System.Runtime.CompilerServices;
using BriefingBot.Answers.Drafts;
using Microsoft.Extensions.AI;

namespace BriefingBot.Answers;

/// <summary>Writes answers with a language model: it phrases, every sentence is held to the evidence before anyone sees it. Thread-safe.</summary>
/// <param name="client">Any model; it should throw <see cref="ModelException"/> where it can tell how it failed.</param>
/// <param name="name">As answers name it: provider:model.</param>
public sealed class ModelWriter(IChatClient client, string name, DraftOptions? options = null, TimeProvider? time = null)
{
    // The draft, and what did not hold of it once more.
    private const int MostDrafts = 2;

    private readonly DraftOptions _options = options ?? DraftOptions.Default;
    private readonly Drafter _drafter = new(client, options ?? DraftOptions.Default);
    private readonly UsageMeter _meter = new(options ?? DraftOptions.Default, time ?? TimeProvider.System);

    public string Name => name;

    /// <summary>Sentences as they hold, then the whole answer; the time it took is not yet in it.</summary>
    /// <param name="conversation">Whose cap it counts against; null for none.</param>
    /// <param name="span">Of the question.</param>
    internal async IAsyncEnumerable<AnswerEvent> WriteAsync(Briefing briefing, string? conversation, ActivityContext span, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (_meter.Cap(conversation) is { } cap)
        {
            foreach (var written in Extractive(briefing, $"{Capital(cap)}: this answer is in the articles' own words."))
            {
                yield return written;
            }

            yield break;
        }

        var start = Stopwatch.GetTimestamp();
        var run = new DraftRun(_options);
        var prompt = DraftPrompt.Of(briefing, _options);
        var answer = new ModelAnswer(briefing, prompt.Passages);
        ModelException? failure = null;
        try
        {
            for (var draft = 0; draft < MostDrafts && failure is null && prompt.Passages.Count > 0 && (draft == 0 || answer.Failed.Count > 0); draft++)
            {
                var asked = draft == 0 ? prompt : prompt.Again([.. answer.Failed.Select(fault => (fault.Sentence, fault.Fault.Detail))]);
                answer.Failed.Clear();
                using var writing = AnswerTelemetry.Model(span);
                await using var sentences = _drafter.WriteAsync(asked, run, TimeSpan.FromSeconds(_options.MaxSeconds) - Stopwatch.GetElapsedTime(start), cancellation).GetAsyncEnumerator(cancellation);
                while (true)
                {
                    (var hasNext, failure) = await NextAsync(sentences);
                    if (!hasNext)
                    {
                        break;
                    }

                    if (Verify(answer, sentences.Current, span) is { } written)
                    {
                        run.FirstSentence ??= Stopwatch.GetElapsedTime(start);
                        yield return written;
                    }
                }

                AnswerTelemetry.Describe(writing, run.Usage);
            }
        }
        finally
        {
            _meter.Count(conversation, run.Usage);
        }

        var wasEmpty = answer.IsEmpty;
        foreach (var written in answer.Complete())
        {
            yield return written;
        }

        yield return new AnswerFinished(ExtractiveWriter.Compose(briefing, answer.Written) with
        {
            Model = wasEmpty ? ExtractiveWriter.Model : name,
            Verification = answer.Report(),
            Usage = run.Usage,
            Note = failure is not null ? $"The model failed ({failure.Message}): {(wasEmpty ? "this answer is in the articles' own words" : "the rest is left out")}."
                : wasEmpty ? "Nothing that the model wrote holds against the articles: this answer is in their own words." : null,
        });
    }

    /// <summary>A question so that it stands alone, from the last turns; null where the model fails, may spend no more, or writes what does not hold.</summary>
    internal async Task<string?> StandAloneAsync(string text, IReadOnlyList<Turn> turns, string? conversation, CancellationToken cancellation)
    {
        if (_meter.Cap(conversation) is not null)
        {
            return null;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(TimeSpan.FromSeconds(_options.MaxSilenceSeconds));
        var messages = ModelFollowUp.Messages(text, turns);
        var rewritten = "";
        try
        {
            rewritten = await ModelFollowUp.WriteAsync(client, messages, stop.Token);
        }
        catch (Exception failure) when (failure is ModelException or HttpRequestException or IOException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The rules read it then.
        }

        _meter.Count(conversation, new ModelUsage(messages.Sum(message => TokenEstimate.Of(message.Text)), TokenEstimate.Of(rewritten), 1, IsEstimated: true, 0, null));
        return ModelFollowUp.Holds(rewritten, text, turns) ? rewritten : null;
    }

    private static SentenceWritten? Verify(ModelAnswer answer, DraftSentence sentence, ActivityContext span)
    {
        using var verification = AnswerTelemetry.Verification(span);
        var held = answer.Take(sentence);
        verification?.SetTag("briefingbot.held", held is not null);
        return held;
    }

    private static async ValueTask<(bool HasNext, ModelException? Failure)> NextAsync(IAsyncEnumerator<DraftSentence> sentences)
    {
        try
        {
            return (await sentences.MoveNextAsync(), null);
        }
        catch (ModelException failure)
        {
            return (false, failure);
        }
    }

    private static IEnumerable<AnswerEvent> Extractive(Briefing briefing, string note)
    {
        List<SentenceWritten> sentences = [.. ExtractiveWriter.Write(briefing)];
        return [.. sentences, new AnswerFinished(ExtractiveWriter.Compose(briefing, sentences) with { Note = note })];
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
