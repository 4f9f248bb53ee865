using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Updates;

/// <summary>Compares the corpus with what is stored, and says batch by batch what has to change. Reads the corpus as it goes.</summary>
internal sealed class UpdatePlan
{
    // File systems keep times to within two seconds at worst (FAT).
    private static readonly TimeSpan TimeResolution = TimeSpan.FromSeconds(2);

    private readonly IReadOnlyList<CorpusFile> _files;
    private readonly UpdateOptions _options;
    private readonly IProgress<UpdateProgress>? _progress;
    private readonly IStoredCorpus _store;
    private readonly Dictionary<string, StoredFile> _stored;
    private readonly Dictionary<long, int> _articlesPerFile;
    private readonly List<StoredFile> _vanished;
    private readonly StoredArticles _vanishedArticles = new();
    private readonly long _totalBytes;
    private long _nextArticle;
    private long _nextFile;
    private long _doneBytes;
    private Batch _batch = new();

    /// <param name="store">Stays open while the batches are enumerated.</param>
    /// <param name="files">Of the corpus.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after each article.</param>
    public UpdatePlan(IStoredCorpus store, IReadOnlyList<CorpusFile> files, UpdateOptions options, IProgress<UpdateProgress>? progress)
    {
        (_store, _files, _options, _progress) = (store, files, options, progress);
        _totalBytes = files.Sum(file => file.LengthInBytes);
        _stored = store.Files();
        _articlesPerFile = store.ArticlesPerFile();
        _nextArticle = store.NextArticle;
        _nextFile = store.NextFile;
        var listed = files.Select(file => file.Path).ToHashSet();
        _vanished = [.. _stored.Values.Where(file => !listed.Contains(file.Path))];
        foreach (var file in _vanished)
            AddArticles(file, _vanishedArticles);
    }

    public Tally Tally { get; } = new();

    /// <summary>What to write, in order. To be enumerated once.</summary>
    public IEnumerable<Batch> Batches(CancellationToken cancellation)
    {
        foreach (var file in _files)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var update in Compare(file))
            {
                cancellation.ThrowIfCancellationRequested();
                if (_batch.LengthInChars < _options.BatchInChars)
                    continue;
                _batch.Files.Add(update.ToStored(_options.Time.GetUtcNow().UtcDateTime, TimeResolution));
                yield return Cut();
            }

            _doneBytes += file.LengthInBytes;
            Report(0);
        }

        RemoveVanished();
        if (!_batch.IsEmpty)
            yield return Cut();
    }

    private Batch Cut()
    {
        var cut = _batch;
        (cut.NextArticle, cut.NextFile) = (_nextArticle, _nextFile);
        _batch = new Batch();
        return cut;
    }

    /// <summary>Adds what changed in a file to the batch, and yields after each of its articles.</summary>
    private IEnumerable<FileUpdate> Compare(CorpusFile file)
    {
        var stored = _stored.GetValueOrDefault(file.Path);
        if (stored?.Hash is not null && _options.TrustsFileTimes && HasTimeOf(stored, file))
        {
            Tally.Unchanged += _articlesPerFile.GetValueOrDefault(stored.Number);
            yield break;
        }

        var hash = TryHash(file);
        if (stored?.Hash is not null && stored.Hash == hash)
        {
            Keep(stored, file);
            yield break;
        }

        var update = new FileUpdate(file, stored?.Number ?? _nextFile++, hash);
        if (stored is not null)
            AddArticles(stored, update.Stored);
        long readChars = 0;
        foreach (var article in update.Read())
        {
            Compare(article, update);
            readChars += article.Text.Length;
            Report(Math.Min(readChars, file.LengthInBytes));
            yield return update;
        }

        Finish(update);
    }

    private void Compare(Article article, FileUpdate update)
    {
        var digest = ArticleDigest.Of(article);
        var own = update.Stored.Take(digest, article.Id);
        if (own is not null && own.Id.Equals(article.Id, StringComparison.Ordinal))
        {
            Tally.Unchanged++;
        }
        else if ((own ?? _vanishedArticles.Take(digest, article.Id)) is { } moved)
        {
            _batch.Moved.Add(new MovedArticle(moved.Number, article.Id, update.Number));
            Tally.Moved++;
        }
        else
        {
            _batch.Add(new NumberedArticle(_nextArticle++, update.Number, article, digest));
            update.Added.Add(article.Id);
            Tally.New++;
        }
    }

    private void Finish(FileUpdate update)
    {
        Tally.Problems.AddRange(update.Problems);
        _batch.Files.Add(update.ToStored(_options.Time.GetUtcNow().UtcDateTime, TimeResolution));

        // What a file does not show while it cannot be read may still be in it.
        if (update.IsRead)
            Remove(update.Stored, update.Added);
    }

    private void Remove(StoredArticles articles, HashSet<string> added)
    {
        foreach (var article in articles.Left)
        {
            _batch.Removed.Add(article.Number);
            if (added.Remove(article.Id))
            {
                Tally.Changed++;
                Tally.New--;
            }
            else
            {
                Tally.Deleted++;
            }
        }
    }

    private void RemoveVanished()
    {
        Remove(_vanishedArticles, []);
        _batch.RemovedFiles.AddRange(_vanished.Select(file => file.Number));
    }

    private void Keep(StoredFile stored, CorpusFile file)
    {
        Tally.Unchanged += _articlesPerFile.GetValueOrDefault(stored.Number);
        if (stored.Problems.Length > 0)
            Tally.Problems.AddRange(stored.Problems.Split('\n'));

        var isTimeTelling = _options.Time.GetUtcNow().UtcDateTime - file.ModifiedUtc > TimeResolution;
        if (isTimeTelling && !HasTimeOf(stored, file))
            _batch.Files.Add(stored with { LengthInBytes = file.LengthInBytes, ModifiedTicks = file.ModifiedUtc.Ticks });
    }

    private static bool HasTimeOf(StoredFile stored, CorpusFile file) =>
        stored.LengthInBytes == file.LengthInBytes && stored.ModifiedTicks == file.ModifiedUtc.Ticks;

    private static string? TryHash(CorpusFile file)
    {
        try
        {
            return Corpus.Hash(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Reading it fails as well and says why.
            return null;
        }
    }

    private void AddArticles(StoredFile file, StoredArticles articles)
    {
        foreach (var article in _store.ArticlesOf(file.Number))
            articles.Add(article);
    }

    private void Report(long ofThisFile) => _progress?.Report(
        new UpdateProgress(Tally.New + Tally.Changed + Tally.Moved + Tally.Unchanged, _doneBytes + ofThisFile, _totalBytes));
}
