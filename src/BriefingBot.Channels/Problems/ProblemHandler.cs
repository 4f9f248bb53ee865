using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Access;
using BriefingBot.Channels.Limits;
using BriefingBot.Retrieval;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Problems;

/// <summary>Turns what went wrong into problem details (RFC 9457): what a caller can mend is told, anything else is only logged.</summary>
internal sealed partial class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;

        var problem = Of(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError && exception is not BusyException)
            LogFailure(log, exception);
        if (exception is BusyException)
            httpContext.Response.Headers.RetryAfter = "5";
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    public static ProblemDetails Of(Exception failure) => failure switch
    {
        QuestionException or RequestException => Problem(StatusCodes.Status400BadRequest, "The request cannot be answered", failure.Message),
        AccessException => Problem(StatusCodes.Status403Forbidden, "No access", failure.Message),
        BusyException => Problem(StatusCodes.Status503ServiceUnavailable, "Busy", failure.Message),
        NotFoundException => Problem(StatusCodes.Status404NotFound, "There is no such thing", failure.Message),
        BadHttpRequestException bad => Problem(bad.StatusCode, "The request cannot be read", RequestFault.Of(bad)),
        CorpusException or IndexException or JournalException => Problem(StatusCodes.Status503ServiceUnavailable, "The corpus cannot be read now", "try again; the server's log says what is wrong"),
        _ => Problem(StatusCodes.Status500InternalServerError, "This should not have happened", "the server's log says what did"),
    };

    private static ProblemDetails Problem(int status, string title, string detail) => new() { Status = status, Title = title, Detail = detail };

    [LoggerMessage(LogLevel.Error, "A request failed")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
