using Microsoft.AspNetCore.Http;

namespace BriefingBot.Channels.DirectLine;

/// <summary>What goes wrong, as clients of Direct Line read it.</summary>
internal static class DirectLineError
{
    public static IResult Of(int status, string code, string message) => Results.Json(new { error = new { code, message } }, statusCode: status);

    public static IResult BadArgument(string message) => Of(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static IResult NotFound { get; } = Of(StatusCodes.Status404NotFound, "ConversationNotFound", "there is no such conversation; start one");

    // Clients take 403 as: the token has ended, get another.
    public static IResult TokenExpired { get; } = Of(StatusCodes.Status403Forbidden, "TokenExpired", "the token does not hold, or not any more; get another");
}
