using System.Runtime.CompilerServices;
using BriefingBot.Answers;
using BriefingBot.Channels.Access;
using BriefingBot.Channels.Conversations;

namespace BriefingBot.Channels.Bots;

/// <summary>What every door leads to: a turn in, an answer out. Thread-safe.</summary>
public sealed class Bot(ReadableCorpus corpus, ConversationLog conversations)
{
    /// <summary>An answer as it is written; once the last event is there, the turn is kept.</summary>
    /// <exception cref="QuestionException">The question is empty, too long or holds nothing to search for.</exception>
    /// <exception cref="Retrieval.IndexException">The index is damaged or cannot be read.</exception>
    /// <exception cref="AccessException">Access rules let the caller read nothing.</exception>
    /// <exception cref="JournalException">The conversation cannot be read or kept.</exception>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(Ask ask, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var reading = await corpus.OpenAsync(ask.Caller, ask.Filter, cancellation);
        var key = ask.Conversation is { } conversation ? conversations.KeyOf(ask.Caller, conversation) : null;
        var options = new AskOptions { AsOf = ask.AsOf, ConversationId = key };
        var turns = key is null ? await reading.FollowAsync(ask.Earlier, options, cancellation) : await TurnsAsync(ask, key, cancellation);
        await foreach (var written in reading.AskAsync(ask.Text, turns, options, cancellation))
        {
            if (written is AnswerFinished finished)
                await KeepAsync(ask, finished.Answer, isCheck: false, cancellation);
            yield return written;
        }
    }

    /// <summary>The status of a claim; in a conversation it is kept like an answer.</summary>
    /// <exception cref="QuestionException">It is a question, empty, too long or holds nothing to search for.</exception>
    /// <exception cref="Retrieval.IndexException">The index is damaged or cannot be read.</exception>
    /// <exception cref="AccessException">Access rules let the caller read nothing.</exception>
    public async Task<Answer> CheckAsync(Ask ask, CancellationToken cancellation = default)
    {
        var answer = await (await corpus.OpenAsync(ask.Caller, ask.Filter, cancellation)).CheckAsync(ask.Text, new AskOptions { AsOf = ask.AsOf }, cancellation);
        await KeepAsync(ask, answer, isCheck: true, cancellation);
        return answer;
    }

    private async Task<Conversation> TurnsAsync(Ask ask, string key, CancellationToken cancellation)
    {
        var readable = await corpus.OpenAsync(ask.Caller, wanted: null, cancellation);
        var turns = await conversations.ReadAsync(key, readable, cancellation);
        return turns.Turns.Count == 0 && ask.Within is { } within ? await conversations.ReadAsync(conversations.KeyOf(ask.Caller, within), readable, cancellation) : turns;
    }

    private Task KeepAsync(Ask ask, Answer answer, bool isCheck, CancellationToken cancellation) =>
        Task.WhenAll(((string?[])[ask.Conversation, ask.Within]).OfType<string>().Select(conversation => conversations.AppendAsync(conversations.KeyOf(ask.Caller, conversation), ask, answer, isCheck, cancellation)));
}
