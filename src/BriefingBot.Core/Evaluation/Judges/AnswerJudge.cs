using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Articles;
using Microsoft.Extensions.AI;

namespace BriefingBot.Evaluation;

/// <summary>Lets a model judge answers. Its figures are named as a judge's and are no part of a gate unless a threshold asks for them. Thread-safe.</summary>
public sealed class AnswerJudge(IChatClient client)
{
    // A model's judgement of one answer varies from time to time: Zheng et al. 2023, "Judging LLM-as-a-Judge".
    private const int Runs = 3;
    private const int MostTokens = 100;

    private static readonly string Instructions = string.Join('\n', WordList.Lines("Evaluation.Data.judge.txt"));
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, RespectRequiredConstructorParameters = true };

    /// <summary>Judges every answer; one that cannot be judged says so and stops nothing.</summary>
    /// <param name="parallel">How many cases at once, from 1.</param>
    public async Task<IReadOnlyList<CaseResult>> JudgeAsync(IReadOnlyList<CaseResult> cases, int parallel, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        CaseResult[] judged = [.. cases];
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, judged.Length), options, async (i, token) => judged[i] = await JudgeAsync(judged[i], token));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Those judged by then keep their judgement.
        }

        return judged;
    }

    private async Task<CaseResult> JudgeAsync(CaseResult result, CancellationToken cancellation)
    {
        List<TurnResult> turns = [];
        foreach (var turn in result.Turns)
        {
            List<Given> runs = [];
            foreach (var run in turn.Runs)
            {
                runs.Add(run.Error is null ? run with { Judgement = await JudgeAsync(turn.Turn, run, cancellation) } : run);
            }

            turns.Add(turn with { Runs = runs });
        }

        return result with { Turns = turns };
    }

    private async Task<Judgement> JudgeAsync(SuiteTurn turn, Given run, CancellationToken cancellation)
    {
        try
        {
            List<Verdict> verdicts = [];
            for (var i = 0; i < Runs; i++)
            {
                verdicts.Add(await AskAsync(turn, run, cancellation));
            }

            return new Judgement(
                run.Citations.Count > 0 ? verdicts.Average(verdict => verdict.Sentences > 0 ? Math.Clamp((double)verdict.Borne / verdict.Sentences, 0, 1) : 1) : null,
                IsStated(turn.Expected) ? verdicts.Average(verdict => verdict.IsCorrect ? 1.0 : 0) : null,
                null);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return new Judgement(null, null, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private async Task<Verdict> AskAsync(SuiteTurn turn, Given run, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Serialize(
            new
            {
                question = run.Question ?? turn.Text,
                answer = run.Text,
                status = AnswerStatuses.Word(run.Status!.Value),
                quotes = run.Citations.Select(citation => new { n = citation.N, citation.Speaker, text = citation.Quote }),
                right = new { status = turn.Expected.Status is { } status ? AnswerStatuses.Word(status) : null, turn.Expected.Quotes, turn.Expected.Speakers, turn.Expected.MustSay, turn.Expected.MustNotSay },
            },
            Json);
        var response = await client.GetStreamingResponseAsync(
            [new ChatMessage(ChatRole.System, Instructions), new ChatMessage(ChatRole.User, asked)], new ChatOptions { MaxOutputTokens = MostTokens, Temperature = 0 }, cancellation).ToChatResponseAsync(cancellation);
        return Read(response.Text);
    }

    // Models put words and fences around JSON whatever they are told.
    private static Verdict Read(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        return start < 0 || end < start ? throw new JsonException("the judge wrote no JSON object")
            : JsonSerializer.Deserialize<Verdict>(text.AsSpan(start, end - start + 1), Json) ?? throw new JsonException("the judge wrote null");
    }

    private static bool IsStated(Expected expected) =>
        expected.NotInCorpus is not null || expected.Status is not null || expected.MustSay.Count + expected.MustNotSay.Count > 0;

    private sealed record Verdict(int Sentences, int Borne, bool IsCorrect);
}
