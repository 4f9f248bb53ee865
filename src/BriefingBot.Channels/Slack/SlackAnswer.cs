using System.Text.Json.Nodes;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Slack;

/// <summary>An answer as Slack shows it: status first, then the answer, its quotes with their sources, and what was searched.</summary>
internal static class SlackAnswer
{
    public const string FeedbackAction = "briefing-feedback";

    /// <summary>Its value is said to the bot.</summary>
    public const string SayAction = "briefing-say";

    private const int MostNameChars = 500;

    /// <summary>The whole answer.</summary>
    /// <param name="typed">What was said to the bot.</param>
    public static IReadOnlyList<SlackMessage> Of(BotAnswer reply, string typed)
    {
        var answer = reply.Answer;
        IReadOnlyList<JsonObject> head = [.. Status(answer.Reply, answer.Status, answer.StatusReason), .. Understood(answer.Question, typed), .. SlackBlocks.Paragraphs(SlackLeads.Of(answer).Before[0])];
        return SlackMessage.Pack($"{Word(answer.Status)}: {answer.Question}", [head, .. Quotes(answer), .. End(reply, typed)]);
    }

    /// <summary>What stands under the status and the text where those are shown already, with the quotes that are in it.</summary>
    /// <param name="typed">What was said to the bot.</param>
    /// <param name="taken">Characters of what is shown already.</param>
    public static IReadOnlyList<SlackMessage> Below(BotAnswer reply, string typed, int taken)
    {
        var answer = reply.Answer;
        var quotes = answer.Citations.Select(IReadOnlyList<JsonObject> (citation) =>
            [.. answer.Text.Contains(citation.Quote.Text, StringComparison.Ordinal) ? [] : SlackBlocks.Quote(ExtractiveWriter.Marked(citation.Quote.Text)), Source(citation)]);
        return SlackMessage.Pack(Word(answer.Status), [.. quotes, .. End(reply, typed)], taken);
    }

    /// <summary>Lines that the bot says of itself.</summary>
    public static IReadOnlyList<SlackMessage> Of(BotText reply) => SlackMessage.Pack(reply.Text, SlackBlocks.Paragraphs(reply.Text).Select(IReadOnlyList<JsonObject> (block) => [block]));

    /// <summary>The status and the text as far as they are written.</summary>
    /// <param name="decided">Null where not even the status is known.</param>
    public static SlackMessage Draft(StatusDecided? decided, string typed, string written)
    {
        IEnumerable<JsonObject> status = decided is null ? [] : [.. Status(decided.Reply, decided.Status, decided.Reason), .. Understood(decided.Question, typed)];
        return SlackMessage.Pack(decided is null ? "Searching…" : Word(decided.Status), [[.. status, .. SlackBlocks.Paragraphs($"{written}…")]])[0];
    }

    /// <summary>The status as the Markdown of a streamed message.</summary>
    public static string Markdown(StatusDecided decided, string typed) =>
        $"{Sign(decided.Status)} **{Word(decided.Status)}** {SlackText.EscapeMarkdown(decided.Reply == Reply.Answered ? SlackText.Line(decided.Reason) : "")}".TrimEnd()
        + $"\n\n{(ChatWords.Understood(decided.Question, typed) is { } understood ? $"{SlackText.EscapeMarkdown(understood)}\n\n" : "")}";

    private static IEnumerable<IReadOnlyList<JsonObject>> Quotes(Answer answer)
    {
        var leads = SlackLeads.Of(answer);
        foreach (var (i, citation) in answer.Citations.Index())
            yield return [.. SlackBlocks.Paragraphs(i == 0 ? "" : leads.Before[i]), .. SlackBlocks.Quote(ExtractiveWriter.Marked(citation.Quote.Text)), Source(citation)];
        if (leads.After.Length > 0)
            yield return [.. SlackBlocks.Paragraphs(leads.After)];
    }

    private static IEnumerable<IReadOnlyList<JsonObject>> End(BotAnswer reply, string typed)
    {
        var answer = reply.Answer;
        if (answer.History.Count > 1)
            yield return [.. History(answer.History)];
        if (answer.Nearest.Count > 0)
            yield return [.. SlackBlocks.Notes($"Nearest articles: {string.Join(" · ", answer.Nearest.Select(SlackText.Line))}")];
        yield return
        [
            .. SlackBlocks.Notes(string.Join('\n', Notes(answer))),
            .. SlackBlocks.Buttons(SayAction, Buttons(answer, typed)),
            SlackBlocks.Feedback(FeedbackAction, reply.Id),
        ];
    }

    // After a command, the command; a follow-up as it was understood.
    private static IEnumerable<(string Label, string Value)> Buttons(Answer answer, string typed)
    {
        yield return ("Check again", ChatWords.Understood(answer.Question, typed) is null ? typed : answer.Question);
        if (answer.Citations.Count > 0)
            yield return ("Who said what in [1]", $"quotes {answer.Citations[0].Quote.Source.Id}");
    }

    private static IEnumerable<JsonObject> Status(Reply reply, ClaimStatus? status, string reason)
    {
        yield return SlackBlocks.Section($"{Sign(status)} *{Word(status)}*");
        if (reply == Reply.Answered)
        {
            foreach (var note in SlackBlocks.Notes(SlackText.Line(reason)))
                yield return note;
        }
    }

    private static IEnumerable<JsonObject> Understood(string question, string typed) =>
        ChatWords.Understood(question, typed) is { } understood ? SlackBlocks.Notes(understood) : [];

    private static JsonObject Source(Citation citation)
    {
        var source = citation.Quote.Source;
        List<JsonObject> parts = [];
        if (citation.Speaker is { } speaker)
            parts.Add(SlackBlocks.Run(Short(speaker), isBold: true));
        if ((source.Provenance.Outlet ?? source.Provenance.Author) is { } outlet)
            parts.Add(SlackBlocks.Run(Short(outlet)));
        parts.Add(SlackBlocks.Run(source.Provenance.Published is { } day ? $"{day:yyyy-MM-dd}" : "date unknown"));
        parts.Add(SlackBlocks.Link(source.Provenance.Url, Short(source.Title.Length > 0 ? source.Title : source.Id)));
        return SlackBlocks.Line([SlackBlocks.Run($"[{citation.Number}] "), .. parts.SelectMany((part, i) => i == 0 ? [part] : (JsonObject[])[SlackBlocks.Run(" · "), part])]);
    }

    // The quotes are whole; a name or a title need not be.
    private static string Short(string text) => SlackText.Pieces(SlackText.Line(text), MostNameChars).ToList() is [var first, .. var rest] ? $"{first}{(rest.Count > 0 ? "…" : "")}" : "?";

    private static IEnumerable<JsonObject> History(IReadOnlyList<HistoryEntry> history) =>
        SlackBlocks.Notes($"How the status changed\n{string.Join('\n', history.Select(entry => $"{entry.Date:yyyy-MM-dd} {ClaimWords.Of(entry.Status)}: {ExtractiveWriter.Marked(SlackText.Line(entry.Citation.Quote.Text))}"))}");

    private static IEnumerable<string> Notes(Answer answer)
    {
        if (answer.Note is { } note)
            yield return SlackText.Line(note);

        // What is not in the corpus says in its text what was searched.
        if (answer.Reply == Reply.Answered)
            yield return Searched(answer);
    }

    private static string Searched(Answer answer)
    {
        var extent = answer.Searched;
        var dates = extent is { From: { } from, To: { } to } ? $", dated {from:yyyy-MM-dd} to {to:yyyy-MM-dd}" : ", none dated";
        var asOf = answer.AsOf is { } day ? $" As of {day:yyyy-MM-dd}{Undated(answer)}." : " The evidence is undated.";
        var model = answer.Model == ExtractiveWriter.Model ? "" : $" Written by {SlackText.Line(answer.Model)}, held to the quotes.";
        return $"Searched {extent.Articles:N0} {(extent.Articles == 1 ? "article" : "articles")}{dates}.{asOf}{model}";
    }

    private static string Undated(Answer answer) => answer.Citations.Count(citation => citation.Quote.Source.Provenance.Published is null) is > 0 and var undated
        ? $"; {undated} of {answer.Citations.Count} quotes {(undated == 1 ? "is" : "are")} undated" : "";

    private static string Word(ClaimStatus? status) => status is { } known ? ClaimWords.Of(known).ToUpperInvariant() : "NOT IN THE CORPUS";

    private static string Sign(ClaimStatus? status) => status switch
    {
        ClaimStatus.Confirmed => ":large_green_circle:",
        ClaimStatus.Reported => ":large_yellow_circle:",
        ClaimStatus.Unconfirmed => ":large_orange_circle:",
        ClaimStatus.Disputed => ":large_purple_circle:",
        ClaimStatus.Denied => ":red_circle:",
        _ => ":white_circle:",
    };
}
