using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Views;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Teams;

/// <summary>An Adaptive Card 1.5 with the status and the quotes. Words from elsewhere stand in text runs, which mark up nothing.</summary>
internal static class TeamsCard
{
    private const string ContentType = "application/vnd.microsoft.card.adaptive";

    // A longer quote is shown by its beginning here; the text of the answer and the article have all of it.
    private const int MostQuoteChars = 3_000;

    private const int MostReasonChars = 1_000;

    /// <param name="answer">Whose status is shown.</param>
    /// <param name="quotes">Those to show.</param>
    /// <param name="isFirst">Whether it begins the answer, or goes on with its quotes.</param>
    public static Attachment Of(Answer answer, IReadOnlyList<Citation> quotes, bool isFirst) => new(ContentType, ActivityJson.Of(new Dictionary<string, object>
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        ["msteams"] = new { width = "Full" },
        ["fallbackText"] = AnswerText.Word(answer.Status),
        ["body"] = (object[])[.. isFirst ? (object[])[Badge(answer)] : [], .. quotes.Select(Quote)],
        ["actions"] = isFirst ? (object[])[Submit("Check again", answer.Question)] : [],
    }));

    private static object Badge(Answer answer) => new
    {
        type = "Container",
        style = Style(answer.Status),
        bleed = true,
        items = (object[])
        [
            new { type = "TextBlock", text = AnswerText.Word(answer.Status), weight = "Bolder", size = "Medium", wrap = true },
            .. answer is { Reply: Reply.Answered, StatusReason.Length: > 0 } ? (object[])[Runs(AnswerText.Short(answer.StatusReason, MostReasonChars), isSubtle: true)] : [],
        ],
    };

    private static object Quote(Citation citation) => new
    {
        type = "Container",
        separator = true,
        spacing = "Medium",
        items = (object[])
        [
            Runs(AnswerText.Short($"[{citation.Number}] {ExtractiveWriter.Marked(citation.Quote.Text)}", MostQuoteChars)),
            Runs(AnswerText.Short($"{AnswerText.Source(citation)} · {AnswerText.TitleOf(citation)}", MostReasonChars), isSubtle: true),
            new
            {
                type = "ActionSet",
                actions = (object[])
                [
                    .. AnswerText.UrlOf(citation) is { } url ? (object[])[new { type = "Action.OpenUrl", title = "Open article", url = url.AbsoluteUri }] : [],
                    Submit("Who said what", $"quotes {citation.Quote.Source.Id}"),
                ],
            },
        ],
    };

    private static object Submit(string title, string ask) => new { type = "Action.Submit", title, data = new { ask } };

    // Over several runs, "{{DATE(...)}}" is what it says and not a day in the reader's own writing.
    private static object Runs(string text, bool isSubtle = false) => new { type = "RichTextBlock", inlines = (object[])[.. text.Replace("{", "{\n", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(run => new { type = "TextRun", text = run, isSubtle })] };

    private static string Style(ClaimStatus? status) => status switch
    {
        ClaimStatus.Confirmed => "good",
        ClaimStatus.Reported => "accent",
        ClaimStatus.Unconfirmed => "warning",
        ClaimStatus.Disputed or ClaimStatus.Denied => "attention",
        _ => "emphasis",
    };
}
