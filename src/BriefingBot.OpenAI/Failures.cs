using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;
using BriefingBot.Answers.Drafts;

namespace BriefingBot.OpenAI;

/// <summary>What a failed call means, in our words: a server's own may repeat the key.</summary>
internal static class Failures
{
    /// <returns>Null where it is none of a model.</returns>
    public static ModelException? Of(Exception failure) => failure switch
    {
        ClientResultException { Status: > 0 } answered => OfStatus(answered.Status, answered.GetRawResponse()),
        ClientResultException or HttpRequestException or IOException => new ModelException(ModelFailure.Unavailable, "the model's server cannot be reached, or closed the connection"),
        OperationCanceledException => new ModelException(ModelFailure.TimedOut, "the model fell silent"),
        JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException => new ModelException(ModelFailure.Broken, "the model's server did not answer in the protocol"),
        AggregateException { InnerException: { } inner } => Of(inner),
        _ => null,
    };

    private static ModelException OfStatus(int status, PipelineResponse? response) => status switch
    {
        401 or 403 => new ModelException(ModelFailure.Denied, $"the model's server refused the key ({status}); check Model:ApiKey"),
        404 => new ModelException(ModelFailure.Denied, "the model's server has no such model or address (404); check Model:Name and Model:Endpoint"),
        408 => new ModelException(ModelFailure.TimedOut, "the model's server timed out (408)"),
        429 => new ModelException(ModelFailure.Busy, "the model's server is busy or its quota is used up (429)", RetryAfter(response)),
        >= 500 => new ModelException(ModelFailure.Unavailable, $"the model's server failed ({status})", RetryAfter(response)),
        _ when IsFiltered(response) => new ModelException(ModelFailure.Declined, "the model's server would not take the question (content filter)"),
        _ => new ModelException(ModelFailure.Rejected, $"the model's server refused the request ({status})"),
    };

    private static bool IsFiltered(PipelineResponse? response)
    {
        try
        {
            return response?.Content.ToString().Contains("content_filter", StringComparison.Ordinal) == true;
        }
        catch (InvalidOperationException)
        {
            // The body was never read.
            return false;
        }
    }

    // Seconds or a date: RFC 9110, 10.2.3.
    private static TimeSpan? RetryAfter(PipelineResponse? response) =>
        response is null || !response.Headers.TryGetValue("Retry-After", out var value) || value is null ? null
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date - TimeProvider.System.GetUtcNow()
            : null;
}
