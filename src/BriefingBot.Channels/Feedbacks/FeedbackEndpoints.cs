using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.ApiDescriptions;
using BriefingBot.Channels.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Channels.Feedbacks;

/// <summary><c>POST /api/feedback</c>: what a reader thinks of an answer.</summary>
internal static class FeedbackEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/feedback", AddAsync)
        .Described("giveFeedback", "Conversations", "Keeps what a reader thinks of an answer; once it is answered, a restart does not lose it.", StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);

    // It is answered once it is kept, whether or not the reader is still there.
    private static async Task<Ok<FeedbackReceipt>> AddAsync(FeedbackRequest request, FeedbackLog log, HttpContext http)
    {
        var (conversation, answerId, rating) = request.Checked();
        return await log.TryAddAsync(http.Caller("api"), conversation, answerId, rating, request.Comment, CancellationToken.None)
            ? TypedResults.Ok(new FeedbackReceipt(answerId, rating))
            : throw new NotFoundException("answerId: this conversation has no such answer, or it is forgotten; send the id that the answer came with, and the conversation it was asked in");
    }
}

/// <summary>The body of <c>POST /api/feedback</c>.</summary>
/// <param name="Conversation">The one that the question was asked in.</param>
/// <param name="AnswerId">The <c>id</c> that the answer came with.</param>
/// <param name="Rating">up or down; of several on one answer the last counts.</param>
/// <param name="Comment">The reader's own words, up to 4,000 characters.</param>
internal sealed record FeedbackRequest(string? Conversation = null, string? AnswerId = null, FeedbackRating? Rating = null, string? Comment = null)
{
    /// <exception cref="RequestException">Something is missing.</exception>
    public (string Conversation, string AnswerId, FeedbackRating Rating) Checked() =>
        string.IsNullOrEmpty(Conversation) ? throw new RequestException("conversation: it is missing; send the one that the question was asked in")
        : string.IsNullOrEmpty(AnswerId) ? throw new RequestException("answerId: it is missing; send the id that the answer came with")
        : Rating is not { } rating || !Enum.IsDefined(rating) ? throw new RequestException("rating: it is missing; send \"up\" or \"down\"")
        : Comment?.Length > FeedbackLog.LongestCommentInChars ? throw new RequestException($"comment: it has {Comment.Length} characters, the most is {FeedbackLog.LongestCommentInChars}; send a shorter one")
        : (Conversation, AnswerId, rating);
}

/// <summary>It is kept.</summary>
internal sealed record FeedbackReceipt(string AnswerId, FeedbackRating Rating);
