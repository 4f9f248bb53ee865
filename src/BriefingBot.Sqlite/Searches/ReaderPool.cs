using System.Collections.Concurrent;

namespace BriefingBot.Sqlite.Searches;

/// <summary>Readers of one store, opened as they are needed and kept for the next. Thread-safe.</summary>
internal sealed class ReaderPool : IDisposable
{
    private readonly string _path;
    private readonly ConcurrentBag<Reader> _idle = [];
    private volatile bool _disposed;

    /// <exception cref="Retrieval.IndexException">There is no store, or none of this build.</exception>
    public ReaderPool(string path)
    {
        _path = path;
        _idle.Add(Reader.Open(path));
    }

    /// <summary>Does something within one commit.</summary>
    /// <param name="read">Takes the reader and the number of the commit.</param>
    /// <exception cref="Retrieval.IndexException">The store is damaged.</exception>
    public T Run<T>(Func<Reader, long, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var reader = _idle.TryTake(out var idle) ? idle : Reader.Open(_path);
        var done = false;
        try
        {
            var result = read(reader, reader.Begin());
            reader.End();
            done = true;
            return result;
        }
        catch (Exception damage) when (Failures.IsDamage(damage))
        {
            throw Failures.Damaged(_path, damage.Message);
        }
        finally
        {
            Return(reader, done);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    // A reader that failed may be within a transaction.
    private void Return(Reader reader, bool isUsable)
    {
        if (isUsable && !_disposed && _idle.Count < Environment.ProcessorCount)
            _idle.Add(reader);
        else
            reader.Dispose();
    }
}
