using System.Runtime.CompilerServices;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Access;
using BriefingBot.Channels.Limits;
using BriefingBot.Channels.Readings;
using BriefingBot.Retrieval;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Bots;

/// <summary>The bot as every chat channel has it: commands, questions, and one line where something goes wrong. Thread-safe.</summary>
public sealed partial class Chat(Bot bot, ReadableCorpus corpus, Statements statements, ILogger<Chat> log)
{
    /// <summary>The reply to a turn as it comes about. It throws nothing but <see cref="OperationCanceledException"/>.</summary>
    /// <param name="said">As typed, mentions of the bot left out; follow-ups are understood from the last turns of its conversation.</param>
    /// <param name="cancellation">Stops it.</param>
    public async IAsyncEnumerable<BotReply> ReplyAsync(Ask said, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(said);
        await using var replies = RepliesAsync(ChatTurn.Read(said.Text), said, cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            BotText? failure = null;
            try
            {
                if (!await replies.MoveNextAsync())
                    break;
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                failure = new BotText(LineOf(wrong));
            }

            yield return failure ?? replies.Current;
            if (failure is not null)
                break;
        }
    }

    private IAsyncEnumerable<BotReply> RepliesAsync(ChatTurn turn, Ask said, CancellationToken cancellation) => turn switch
    {
        ChatTurn.Help => TextAsync(ChatWords.Help),
        ChatTurn.Introduced => TextAsync(ChatWords.Greeting),
        ChatTurn.Greeted => TextAsync("Hello. Ask a question about the articles; \"help\" says what else I can do."),
        ChatTurn.Thanked => TextAsync("You are welcome. Ask on whenever you like."),
        ChatTurn.Noted => TextAsync("All right. Ask whenever you like; \"help\" says what I can do."),
        ChatTurn.Undated undated => TextAsync(ChatWords.NoDay(undated.Day)),
        ChatTurn.Sources => SourcesAsync(said.Caller, cancellation),
        ChatTurn.Quotes quotes => QuotesAsync(quotes, said, cancellation),
        ChatTurn.Asked asked => AnswerAsync(said with { Text = asked.Text, AsOf = asked.AsOf }, cancellation),
        ChatTurn.Checked claim => CheckAsync(said with { Text = claim.Text, AsOf = claim.AsOf }, cancellation),
        _ => throw new InvalidOperationException("There is no other turn."),
    };

    private async IAsyncEnumerable<BotReply> AnswerAsync(Ask ask, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await ProgressAsync(ask.Caller, cancellation);
        await foreach (var written in bot.AskAsync(ask, cancellation))
        {
            yield return written switch
            {
                StatusDecided decided => new BotStatus(decided),
                SentenceWritten sentence => new BotSentence(sentence),
                AnswerFinished finished => new BotAnswer(ask.Id, finished.Answer),
                _ => throw new InvalidOperationException("There is no other event."),
            };
        }
    }

    private async IAsyncEnumerable<BotReply> CheckAsync(Ask ask, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await ProgressAsync(ask.Caller, cancellation);
        var answer = await bot.CheckAsync(ask, cancellation);
        yield return new BotStatus(new StatusDecided(answer.Question, answer.Reply, answer.Status, answer.StatusReason, answer.AsOf));
        yield return new BotSentence(new SentenceWritten(answer.Text, answer.Citations));
        yield return new BotAnswer(ask.Id, answer);
    }

    private async Task<BotReply> ProgressAsync(Caller caller, CancellationToken cancellation) =>
        new BotProgress(ChatWords.Progress((await corpus.OpenAsync(caller, cancellation: cancellation)).Extent));

    private async IAsyncEnumerable<BotReply> SourcesAsync(Caller caller, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reading = await corpus.OpenAsync(caller, cancellation: cancellation);
        yield return new BotText(ChatWords.Sources(reading.Extent, reading.Outlets));
    }

    private async IAsyncEnumerable<BotReply> QuotesAsync(ChatTurn.Quotes quotes, Ask said, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if ((await corpus.OpenAsync(said.Caller, cancellation: cancellation)).FindNamed(quotes.Article) is { } article)
        {
            yield return new BotText(ChatWords.Quotes(article, statements.Of(article)));
            yield break;
        }

        // "Quotes of ..." is a question that begins so too.
        await foreach (var reply in AnswerAsync(said with { Text = quotes.Typed }, cancellation))
            yield return reply;
    }

    private static async IAsyncEnumerable<BotReply> TextAsync(string text)
    {
        await Task.CompletedTask;
        yield return new BotText(text);
    }

    private string LineOf(Exception failure)
    {
        if (failure is QuestionException or AccessException or BusyException)
            return Sentence(failure.Message);
        LogFailure(log, failure);
        return failure is IndexException or CorpusException or JournalException
            ? "I cannot read the corpus now. Ask again in a minute."
            : "Something went wrong here, and the log of the server says what. Ask again, or ask in other words.";
    }

    private static string Sentence(string message) => $"{char.ToUpperInvariant(message[0])}{message[1..].TrimEnd('.')}.";

    [LoggerMessage(LogLevel.Error, "A turn of a chat failed")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
