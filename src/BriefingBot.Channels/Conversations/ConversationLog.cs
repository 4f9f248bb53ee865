using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Access;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.Conversations;

/// <summary>Conversations as the journal keeps them: a stream each, an entry a turn. Thread-safe.</summary>
public sealed class ConversationLog(IJournal journal, AccessRules rules)
{
    /// <summary>What the names of their streams begin with.</summary>
    public const string Prefix = "conversation/";

    /// <summary>The name of a conversation's stream. Callers of different memberships, or of different access, never share one, whatever they call it: when access changes, a conversation begins anew.</summary>
    /// <param name="caller">Whose it is.</param>
    /// <param name="conversation">In the door's own words.</param>
    public string KeyOf(Caller caller, string conversation)
    {
        IEnumerable<string> readable = rules.CollectionsOf(caller) ?? [];
        var whole = JsonSerializer.Serialize<string[][]>([[caller.Door, conversation], [.. caller.Memberships.Order(StringComparer.Ordinal)], [.. readable]]);
        return $"{Prefix}{caller.Door}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))}";
    }

    /// <summary>The last turns. Of an article that is gone or has changed since, or that is not in the reading, nothing is remembered.</summary>
    /// <exception cref="JournalException">They cannot be read.</exception>
    public async Task<Conversation> ReadAsync(string key, Reading reading, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var conversation = Conversation.Empty;
        foreach (var turn in await TurnsAsync(key, Conversation.MostTurns, cancellation))
        {
            var answer = AnswerJsonReader.Read(turn.Answer, reading.Find);
            conversation = conversation.With(new Turn(answer.Question, answer));
        }

        return conversation;
    }

    /// <summary>The last turns as they were given, oldest first.</summary>
    /// <exception cref="JournalException">They cannot be read.</exception>
    public async Task<IReadOnlyList<KeptTurn>> TurnsAsync(string key, int most, CancellationToken cancellation = default) =>
        [.. (await journal.ReadAsync(key, most, cancellation)).Select(KeptTurn.Read)];

    /// <param name="key">Of <see cref="KeyOf"/>.</param>
    /// <param name="ask">What was asked.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="isCheck">Whether a claim was checked, not a question asked.</param>
    /// <param name="cancellation">Whether it was kept is not known after it.</param>
    /// <exception cref="JournalException">It cannot be kept.</exception>
    public Task AppendAsync(string key, Ask ask, Answer answer, bool isCheck = false, CancellationToken cancellation = default) =>
        journal.AppendAsync(key, (KeptTurn.Of(ask, answer) with { IsCheck = isCheck }).Write(), cancellation);
}
