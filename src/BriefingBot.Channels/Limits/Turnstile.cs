using System.Threading.RateLimiting;
using BriefingBot.Answers;
using BriefingBot.Channels.Traces;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Limits;

/// <summary>Lets answers be worked out a few at a time, first come first served. Thread-safe.</summary>
public sealed class Turnstile(IOptions<LimitOptions> options, ModelWriter? model = null) : IDisposable
{
    // Answers that a model writes mostly wait for it.
    private const int AtOnceWithModel = 32;

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.AnswersAtOnce is > 0 and var given ? given : model is null ? Environment.ProcessorCount : AtOnceWithModel,
        QueueLimit = options.Value.AnswersWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for its turn.</summary>
    /// <returns>To be disposed when it is over.</returns>
    /// <exception cref="BusyException">Too many wait already.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation = default)
    {
        var lease = await _limiter.AcquireAsync(permitCount: 1, cancellation);
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        RefusalMeter.Count("busy");
        throw new BusyException();
    }

    public void Dispose() => _limiter.Dispose();
}
