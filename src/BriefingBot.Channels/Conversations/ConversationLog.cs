using System.Buffers;
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

    /// <summary>The last turns. Of an article that is gone or has changed since, nothing is remembered.</summary>
    public async Task<Conversation> ReadAsync(string key, CancellationToken cancellation = default)
    {
        var entries = await journal.ReadAsync(key, Conversation.MostTurns, cancellation);
        var conversation = Conversation.Empty;
        foreach (var entry in entries)
        {
            using var json = JsonDocument.Parse(entry.Text);
            var answer = AnswerJsonReader.Read(json.RootElement.GetProperty("answer"), _ => null);
            conversation = conversation.With(new Turn(answer.Question, answer));
        }

        return conversation;
    }

    /// <summary>The last turns as they were given, oldest first: JSON objects with <c>asked</c> and <c>answer</c>.</summary>
    public async Task<IReadOnlyList<string>> TurnsAsync(string key, int most, CancellationToken cancellation = default) =>
        [.. (await journal.ReadAsync(key, most, cancellation)).Select(entry => entry.Text)];

    public Task AppendAsync(string key, Ask ask, Answer answer, CancellationToken cancellation = default)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, AnswerJson.Compact))
        {
            json.WriteStartObject();
            json.WriteString("asked", ask.Text);
            json.WritePropertyName("answer");
            AnswerJson.Write(json, answer, ask.Id);
            json.WriteEndObject();
        }

        return journal.AppendAsync(key, Encoding.UTF8.GetString(buffer.WrittenSpan), cancellation);
    }
}
