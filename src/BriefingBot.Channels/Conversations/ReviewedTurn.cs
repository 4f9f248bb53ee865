using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Access;

namespace BriefingBot.Channels.Conversations;

/// <summary>A kept turn beside the corpus as it is now: what of it no longer holds.</summary>
internal static class ReviewedTurn
{
    // Clocks of several machines may differ so much.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <param name="turn">As it was kept.</param>
    /// <param name="readable">All that the caller may read.</param>
    /// <param name="asked">What of it the question was asked of.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<ConversationTurn> ReviewAsync(KeptTurn turn, Reading readable, Reading asked, CancellationToken cancellation) => new(
        turn.Asked, turn.At, turn.AsOf, turn.Answer,
        [.. turn.Answer.GetProperty("citations").EnumerateArray().Select(citation => Stale(citation, turn, readable)).OfType<StaleCitation>()],
        turn.IsCheck || readable.ChangedAt + ClockSkew < turn.At ? null : await NowAsync(turn, asked, cancellation));

    private static StaleCitation? Stale(JsonElement citation, KeptTurn turn, Reading readable)
    {
        var id = citation.GetProperty("articleId").GetString()!;
        var article = readable.Find(id);
        var reason = article is null ? "gone"
            : turn.Hashes.TryGetValue(id, out var hash) && hash.Equals(article.Provenance.ContentHash, StringComparison.Ordinal) ? null
            : Stands(citation, article) ? "edited"
            : "changed";
        return reason is null ? null : new StaleCitation(citation.GetProperty("n").GetInt32(), id, reason);
    }

    private static bool Stands(JsonElement citation, Article article)
    {
        var span = citation.GetProperty("span");
        var (start, end) = (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
        return end <= article.Text.Length && article.Text.AsSpan(start, end - start).SequenceEqual(citation.GetProperty("quote").GetString());
    }

    // The status comes first: of a model nothing is asked. A claim would be, so it is not checked again.
    private static async Task<StatusNow?> NowAsync(KeptTurn turn, Reading asked, CancellationToken cancellation)
    {
        await foreach (var written in asked.AskAsync(turn.Question, Conversation.Empty, new AskOptions { AsOf = turn.AsOf }, cancellation))
        {
            var now = written is StatusDecided decided ? StatusNow.Of(decided) : null;
            return now is null || (now.Reply == turn.Answer.GetProperty("reply").GetString() && now.Status == turn.Answer.GetProperty("status").GetString()) ? null : now;
        }

        return null;
    }
}
