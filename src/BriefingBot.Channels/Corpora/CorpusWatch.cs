namespace BriefingBot.Channels.Corpora;

/// <summary>Tells when something in a folder, or a file, has changed.</summary>
internal sealed class CorpusWatch : IDisposable
{
    // Writing a file takes several events; files copied together are read together.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    // Some file systems (network shares, containers' mounts) tell nothing: they are looked at anyway.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly FileSystemWatcher? _watcher;
    private readonly SemaphoreSlim _changed = new(0);

    public CorpusWatch(string path)
    {
        try
        {
            _watcher = Directory.Exists(path)
                ? new FileSystemWatcher(path) { IncludeSubdirectories = true }
                : new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path));
            _watcher.Changed += Note;
            _watcher.Created += Note;
            _watcher.Deleted += Note;
            _watcher.Renamed += Note;
            _watcher.Error += Note;
            _watcher.EnableRaisingEvents = true;
        }
        catch (IOException)
        {
            // The system has no watch left: it is looked at now and then.
            _watcher = null;
        }
    }

    /// <summary>Returns once something has changed and no more does, or after a while anyway.</summary>
    public async Task ChangedAsync(CancellationToken cancellation)
    {
        await _changed.WaitAsync(LongestWait, cancellation);
        var quietTries = 0;
        do
        {
            while (await _changed.WaitAsync(TimeSpan.Zero, cancellation))
            {
                // Told already.
            }

            await Task.Delay(Quiet, cancellation);
            quietTries++;
        }
        while (_changed.CurrentCount > 0 && quietTries < 4);
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _changed.Dispose();
    }

    private void Note(object sender, EventArgs change)
    {
        if (_changed.CurrentCount == 0)
            _changed.Release();
    }
}
