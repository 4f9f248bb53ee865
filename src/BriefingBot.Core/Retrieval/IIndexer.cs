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

    /// <summary>Copies the index and its articles, as they are at one commit, to a folder that can take the place of the data folder. Whoever reads goes on.</summary>
    /// <param name="folder">Holds no backup of this index yet; made where there is none.</param>
    /// <exception cref="IndexException">There is no index, it is being updated, this kind is backed up otherwise, or the folder cannot be written.</exception>
    void BackUp(string folder);
}
