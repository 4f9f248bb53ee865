using System.Text;
using BriefingBot.Answers;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Tests.Slack;

internal static class Some
{
    public const string Question = "Was the lock at Kestrin closed?";

    public static (string File, string Text)[] Articles { get; } =
    [
        ("lock.txt", "Lock at Kestrin closed\n\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said.\n\n“The gate will be replaced in spring,” said Odile Frahm, who heads the authority."),
        ("lock.md", "---\ntitle: Ministry denies that lock was closed\nurl: https://news.example/lock?a=1&b=2\noutlet: Harbour Wire\npublished: 2025-02-03\n---\nThe ministry denied that the lock at Kestrin was closed. \"The lock at Kestrin was not closed,\" spokesman Tomas Reil said."),
    ];

    /// <summary>An article whose quotes together are longer than a message of Slack's may be.</summary>
    public static (string File, string Text)[] LongArticles { get; } = [.. Enumerable.Range(1, 6).Select(n => ($"long-{n}.txt", Long(n)))];

    public static Answer Answer(string text, IReadOnlyList<Citation> citations) =>
        new(Question, Reply.Answered, ClaimStatus.Denied, "it is only denied", text, null, citations, [], new CorpusExtent(2, 4, null, null), [], ExtractiveWriter.Model, TimeSpan.Zero);

    private static string Long(int n)
    {
        var text = new StringBuilder($"Lock at Kestrin closed\n\nThe authority number {n} said that the lock at Kestrin was closed");
        for (var i = 0; text.Length < 3800; i++)
            text.Append($", and that part{n}x{i} of <the> lock & its gate was closed too");
        return text.Append(".\n").ToString();
    }
}
