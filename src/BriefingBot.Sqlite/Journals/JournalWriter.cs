using System.Threading.Channels;
using BriefingBot.Answers;

namespace BriefingBot.Sqlite.Journals;

/// <summary>Writes a journal on a thread of its own: what was asked for while the last commit went to the disk goes there together with the next. Thread-safe.</summary>
internal sealed class JournalWriter : IDisposable
{
    private const int MostWaiting = 4096;
    private const int MostJobs = 1024;
    private const long MostBytes = 8_000_000;

    private readonly Database _database;
    private readonly EntryWriter _entries;
    private readonly Channel<Job> _jobs = Channel.CreateBounded<Job>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Thread _thread;

    /// <param name="database">A connection to write with, now the writer's own.</param>
    public JournalWriter(Database database)
    {
        _database = database;
        _entries = new EntryWriter(database);
        _thread = new Thread(Run) { IsBackground = true, Name = "journal" };
        _thread.Start();
    }

    private sealed record Job(Func<EntryWriter, int> Write, long Bytes, CancellationToken Cancellation)
    {
        public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Writes something in a transaction that is on the disk when the task is done.</summary>
    /// <param name="write">Within the transaction; done again if that failed with others.</param>
    /// <param name="bytes">How much it writes.</param>
    /// <param name="cancellation">Ends the waiting; what it waits for may be done.</param>
    /// <returns>What it returned.</returns>
    /// <exception cref="JournalException">It cannot be written.</exception>
    public async Task<int> WriteAsync(Func<EntryWriter, int> write, long bytes, CancellationToken cancellation)
    {
        var job = new Job(write, bytes, cancellation);
        try
        {
            await _jobs.Writer.WriteAsync(job, cancellation);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException("The journal is closed.", closed);
        }

        return await job.Done.Task.WaitAsync(cancellation);
    }

    /// <summary>Waits until all that was asked for is written.</summary>
    public void Dispose()
    {
        if (!_jobs.Writer.TryComplete())
            return;
        _thread.Join();
        _database.Dispose();
    }

    private void Run()
    {
        List<Job> jobs = [];
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            jobs.Clear();
            for (long bytes = 0; jobs.Count < MostJobs && bytes < MostBytes && _jobs.Reader.TryRead(out var job); bytes += job.Bytes)
            {
                if (!job.Cancellation.IsCancellationRequested)
                    jobs.Add(job);
            }

            if (jobs.Count > 0)
                Write(jobs);
        }
    }

    private void Write(List<Job> jobs)
    {
        if (Try(() => _database.Execute("BEGIN IMMEDIATE")) is { } closed)
            jobs.ForEach(job => job.Done.SetException(closed));
        else if (Commit(jobs) is not { } failure)
            return;
        else if (jobs is [var only])
            only.Done.SetException(failure);
        else
            jobs.ForEach(job => Write([job])); // one that is too much for the disk takes no others with it
    }

    /// <returns>Why nothing was written; null if all was.</returns>
    private Exception? Commit(List<Job> jobs)
    {
        var results = new int[jobs.Count];
        var failure = Try(() =>
        {
            for (var i = 0; i < results.Length; i++)
                results[i] = jobs[i].Write(_entries);
            _database.Execute("COMMIT");
        });
        if (failure is not null)
            return Try(_database.RollBack) ?? failure;

        foreach (var (job, result) in jobs.Zip(results))
            job.Done.SetResult(result);
        return null;
    }

    // Whoever asked for it learns of it, whatever it is; the writer goes on.
    private static Exception? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
