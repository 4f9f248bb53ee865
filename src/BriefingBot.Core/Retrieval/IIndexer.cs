using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Keeps one index: brings it up to date with its corpus, and opens it. Whoever reads the index meanwhile goes on reading.</summary>
public interface IIndexer
{
    /// <summary>Adds what is new, replaces what changed, and removes what is gone. Stopped at any point, it leaves an index of whole articles.</summary>
    /// <param name="corpus">What the index is of.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told after each article, from another thread.</param>
    /// <param name="cancellation">What is committed by then stays.</param>
    /// <exception cref="IndexException">Another process updates the index, it is damaged, or it cannot be written.</exception>
    /// <exception cref="CorpusException">The corpus cannot be listed.</exception>
    Task<UpdateOutcome> UpdateAsync(
        Corpus corpus, UpdateOptions? options = null, IProgress<UpdateProgress>? progress = null, CancellationToken cancellation = default);

    /// <summary>Opens the index that an update has made.</summary>
    /// <exception cref="IndexException">There is none, another version made it, or it cannot be read.</exception>
    IPassageIndex Open();
}
