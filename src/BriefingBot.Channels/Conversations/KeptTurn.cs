using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Conversations;

/// <summary>A question and its answer as the journal keeps them, in JSON.</summary>
/// <param name="Conversation">In the door's own words.</param>
/// <param name="Asked">As typed.</param>
/// <param name="AsOf">The limit it was asked with; null for none.</param>
/// <param name="Filter">What it was asked of; null for all that the caller may read.</param>
/// <param name="Hashes">The content hash of each article cited, by its id.</param>
/// <param name="Answer">As <see cref="AnswerJson"/> writes it, with its id.</param>
public sealed record KeptTurn(string Conversation, string Asked, DateOnly? AsOf, PassageFilter? Filter, IReadOnlyDictionary<string, string> Hashes, JsonElement Answer)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = AnswerJson.Compact.Encoder,
    };

    /// <summary>Whether a claim was checked, not a question asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCheck { get; init; }

    /// <summary>When it was answered.</summary>
    [JsonIgnore]
    public DateTimeOffset At { get; init; }

    /// <summary>The id of the answer.</summary>
    [JsonIgnore]
    public string Id => Answer.GetProperty("id").GetString()!;

    /// <summary>The question as it stands alone.</summary>
    [JsonIgnore]
    public string Question => Answer.GetProperty("question").GetString()!;

    public static KeptTurn Of(Ask ask, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(answer);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, AnswerJson.Compact))
            AnswerJson.Write(json, answer, ask.Id);
        using var written = JsonDocument.Parse(buffer.WrittenMemory);
        var hashes = answer.Citations.Select(citation => citation.Quote.Source).DistinctBy(article => article.Id).ToDictionary(article => article.Id, article => article.Provenance.ContentHash, StringComparer.Ordinal);
        return new KeptTurn(ask.Conversation ?? "", ask.Text, ask.AsOf, ask.Filter, hashes, written.RootElement.Clone());
    }

    /// <exception cref="JournalException">The entry is no turn.</exception>
    public static KeptTurn Read(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Parse<KeptTurn>(entry) with { At = entry.At };
    }

    public string Write() => Write(this);

    internal static string Write<T>(T kept) => JsonSerializer.Serialize(kept, Shape);

    /// <exception cref="JournalException">The entry is none.</exception>
    internal static T Parse<T>(JournalEntry entry)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(entry.Text, Shape) ?? throw new JsonException();
        }
        catch (JsonException broken)
        {
            throw new JournalException($"an entry of {entry.Stream} cannot be read; was it written by another version?", broken);
        }
    }
}
