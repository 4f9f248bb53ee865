using System.Runtime.CompilerServices;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Access;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Links;
using BriefingBot.Channels.Markdown;
using BriefingBot.Channels.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Channels.Completions;

/// <summary>The door for programs that speak OpenAI's protocol: <c>POST /v1/chat/completions</c> and <c>GET /v1/models</c>.</summary>
internal static class CompletionEndpoints
{
    // A long chat with all its answers.
    private const long MostBodyInBytes = 4 << 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/chat/completions", CompleteAsync).WithMetadata(new RequestSizeLimitAttribute(MostBodyInBytes));
        routes.MapGet("/v1/models", () => Results.Json(new { @object = "list", data = CompletionModels.All.Select(Listed) }));
        routes.MapGet("/v1/models/{id}", (string id) =>
        {
            try
            {
                return Results.Json(Listed(CompletionModels.Known(id)));
            }
            catch (CompletionException unknown)
            {
                return CompletionErrors.Result(unknown);
            }
        });
    }

    private static object Listed(string model) => new { id = model, @object = "model", created = CompletionModels.Created, owned_by = "briefingbot" };

    private static async Task CompleteAsync(HttpContext http, Bot bot, ReadableCorpus corpus, Statements statements, ArticleLinks links)
    {
        try
        {
            var request = await ReadAsync(http);
            var turn = TurnOf(request);
            var ask = AskOf(request, turn, http.Caller("openai"));
            var markdown = new AnswerMarkdown(ask.Text, citation => links.ToQuote(http.Request, citation.Quote));
            var completion = new CompletionWriter(http, request, ask, markdown);
            await (turn switch
            {
                ChatTurn.Help => completion.WriteAsync(ChatWords.Help),
                ChatTurn.Undated undated => completion.WriteAsync(ChatWords.NoDay(undated.Day)),
                ChatTurn.Sources => completion.WriteAsync(await SourcesAsync(corpus, ask.Caller, http.RequestAborted)),
                ChatTurn.Quotes quotes when await QuotesAsync(quotes, corpus, statements, ask.Caller, http.RequestAborted) is { } said => completion.WriteAsync(said),
                ChatTurn.Checked => completion.WriteAsync(CheckAsync(ask, bot, http.RequestAborted)),
                _ => completion.WriteAsync(bot.AskAsync(ask, http.RequestAborted)),
            });
        }
        catch (CompletionException wrong) when (!http.Response.HasStarted)
        {
            await CompletionErrors.Result(wrong).ExecuteAsync(http);
        }
    }

    private static async Task<CompletionRequest> ReadAsync(HttpContext http)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return CompletionRequest.Read(body.RootElement);
        }
        catch (JsonException)
        {
            throw new CompletionException("the body is no JSON; send {\"model\": \"briefingbot\", \"messages\": [...]}", null);
        }
        catch (InvalidOperationException)
        {
            // A string of the body has half of a surrogate pair.
            throw new CompletionException("the body has text that is no Unicode; send UTF-8", null);
        }
    }

    private static async Task<string> SourcesAsync(ReadableCorpus corpus, Caller caller, CancellationToken cancellation)
    {
        var reading = await corpus.OpenAsync(caller, cancellation: cancellation);
        return ChatWords.Sources(reading.Extent, reading.Outlets);
    }

    /// <returns>Null where there is no such article: a question may begin with the same word.</returns>
    private static async Task<string?> QuotesAsync(ChatTurn.Quotes quotes, ReadableCorpus corpus, Statements statements, Caller caller, CancellationToken cancellation) =>
        (await corpus.OpenAsync(caller, cancellation: cancellation)).Find(quotes.Article) is { } article ? ChatWords.Quotes(article, statements.Of(article)) : null;

    // The commands of every chat are understood here too.
    private static ChatTurn TurnOf(CompletionRequest request) => ChatTurn.Read(request.Question) switch
    {
        ChatTurn.Asked asked when request.Model == CompletionModels.Check => new ChatTurn.Checked(asked.Text, asked.AsOf),
        var turn => turn,
    };

    private static Ask AskOf(CompletionRequest request, ChatTurn turn, Caller caller) => turn switch
    {
        ChatTurn.Asked asked => new Ask(asked.Text, caller) { AsOf = asked.AsOf, Earlier = [.. Earlier(request)] },
        ChatTurn.Checked claim => new Ask(claim.Text, caller) { AsOf = claim.AsOf },
        _ => new Ask(request.Question, caller) { Earlier = [.. Earlier(request)] },
    };

    private static IEnumerable<string> Earlier(CompletionRequest request) => request.Earlier.Select(said => ChatTurn.Read(said) switch
    {
        ChatTurn.Asked asked => asked.Text,
        ChatTurn.Checked claim => claim.Text,
        _ => null,
    }).OfType<string>();

    private static async IAsyncEnumerable<AnswerEvent> CheckAsync(Ask ask, Bot bot, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var answer = await bot.CheckAsync(ask, cancellation);
        yield return new StatusDecided(answer.Question, answer.Reply, answer.Status, answer.StatusReason, answer.AsOf);
        yield return new SentenceWritten(answer.Text, answer.Citations);
        yield return new AnswerFinished(answer);
    }
}
