using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Corpora;
using BriefingBot.Channels.Limits;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Access;

/// <summary>The only way to the corpus for whatever serves a caller. Thread-safe.</summary>
public sealed class ReadableCorpus(LiveCorpus corpus, AccessRules rules, Turnstile turnstile)
{
    /// <summary>The corpus as one caller may read it; waits until there is one.</summary>
    /// <param name="caller">As its door has verified it.</param>
    /// <param name="wanted">What of it the caller wants; null for all it may read.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="AccessException">It may read nothing.</exception>
    public async Task<Reading> OpenAsync(Caller caller, PassageFilter? wanted = null, CancellationToken cancellation = default)
    {
        var filter = rules.Narrow(caller, wanted);
        return new Reading(await corpus.OpenedAsync(cancellation), filter, turnstile, corpus.ChangedAt);
    }
}
