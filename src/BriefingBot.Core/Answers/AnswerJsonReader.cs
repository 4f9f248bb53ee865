using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Reads what <see cref="AnswerJson"/> has written, as far as a conversation needs it: the history is left out.</summary>
public static class AnswerJsonReader
{
    /// <param name="json">The object.</param>
    /// <param name="find">The article of an id; null where there is none any more.</param>
    /// <returns>The answer with those citations whose words still stand in their articles.</returns>
    /// <exception cref="FormatException">It is no answer.</exception>
    public static Answer Read(JsonElement json, Func<string, Article?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        try
        {
            return ReadAnswer(json, find);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"this is no answer: {wrong.Message}", wrong);
        }
    }

    private static Answer ReadAnswer(JsonElement json, Func<string, Article?> find)
    {
        var searched = json.GetProperty("searched");
        return new Answer(
            json.GetProperty("question").GetString()!,
            json.GetProperty("reply").GetString() == "answered" ? Reply.Answered : Reply.NotInCorpus,
            Enum.TryParse<ClaimStatus>(json.GetProperty("status").GetString(), ignoreCase: true, out var status) ? status : null,
            json.GetProperty("statusReason").GetString()!,
            json.GetProperty("text").GetString()!,
            Day(json.GetProperty("asOf")),
            [.. json.GetProperty("citations").EnumerateArray().Select(citation => ReadCitation(citation, find)).OfType<Citation>()],
            [],
            new CorpusExtent(searched.GetProperty("articles").GetInt32(), searched.GetProperty("passages").GetInt32(), Day(searched.GetProperty("from")), Day(searched.GetProperty("to"))),
            [.. json.GetProperty("nearest").EnumerateArray().Select(title => title.GetString()!)],
            json.GetProperty("model").GetString()!,
            TimeSpan.FromMilliseconds(json.GetProperty("elapsedMs").GetDouble()));
    }

    private static Citation? ReadCitation(JsonElement json, Func<string, Article?> find)
    {
        var (start, end) = (json.GetProperty("span").GetProperty("start").GetInt32(), json.GetProperty("span").GetProperty("end").GetInt32());
        if (find(json.GetProperty("articleId").GetString()!) is not { } article || start < 0 || end <= start || end > article.Text.Length)
            return null;

        var quote = new Quote(article, new TextSpan(start, end));
        return quote.Text.Equals(json.GetProperty("quote").GetString(), StringComparison.Ordinal)
            ? new Citation(json.GetProperty("n").GetInt32(), quote, json.GetProperty("speaker").GetString(), Enum.Parse<Stance>(json.GetProperty("stance").GetString()!, ignoreCase: true), json.GetProperty("cue").GetString())
            : null;
    }

    private static DateOnly? Day(JsonElement json) => json.GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd") : null;
}
