using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using BriefingBot.Answers;
using BriefingBot.Sqlite.Journals;

namespace BriefingBot.Sqlite;

/// <summary>A journal in a file of its own. Other processes of the machine may use it at the same time.</summary>
public sealed class SqliteJournal : IJournal
{
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly JournalWriter _writer;
    private readonly ConcurrentBag<EntryReader> _idle = [];
    private volatile bool _disposed;

    private SqliteJournal(string path, JournalWriter writer, TimeProvider time) => (_path, _writer, _time) = (path, writer, time);

    /// <summary>Where the journal lies in a data folder.</summary>
    /// <param name="dataFolder">Need not exist.</param>
    public static string PathOf(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "journal.db");

    /// <summary>Opens a journal, and makes it where there is none.</summary>
    /// <param name="path">Its file; the folder is made as well.</param>
    /// <param name="time">Tells when entries are added; null for the system's clock.</param>
    /// <exception cref="JournalException">It cannot be read and written, or is no journal.</exception>
    public static SqliteJournal Open(string path, TimeProvider? time = null) => Open(path, time, "");

    /// <summary>Copies a journal, as it is at one commit, to a folder that can take the place of its own. Whoever reads and writes it goes on.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="folder">Holds no journal yet; made where there is none.</param>
    /// <returns>False if there is no journal.</returns>
    /// <exception cref="JournalException">It cannot be read, or the folder cannot be written.</exception>
    public static bool BackUp(string path, string folder)
    {
        if (!File.Exists(path))
            return false;

        JournalFile.Copy(Path.GetFullPath(path), PathOf(folder));
        return true;
    }

    /// <param name="path">Its file.</param>
    /// <param name="time">Tells when entries are added.</param>
    /// <param name="pragmas">What else the connection to write with is set to.</param>
    internal static SqliteJournal Open(string path, TimeProvider? time, string pragmas)
    {
        var full = Path.GetFullPath(path);
        var database = JournalFile.OpenWriter(full);
        database.Execute(pragmas);
        return new SqliteJournal(full, new JournalWriter(database), time ?? TimeProvider.System);
    }

    public async Task AppendAsync(string stream, string entry, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (name, text) = (new StreamName(stream), WholeText.ToBytes(entry));
        await _writer.WriteAsync(
            entries =>
            {
                entries.Append(name, _time.GetUtcNow(), text);
                return 1;
            },
            text.Length,
            cancellation);
    }

    public async Task<bool> TryBeginAsync(string stream, string entry, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (name, text) = (new StreamName(stream), WholeText.ToBytes(entry));
        return await _writer.WriteAsync(entries => entries.TryBegin(name, _time.GetUtcNow(), text) ? 1 : 0, text.Length, cancellation) > 0;
    }

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(string stream, int most, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        cancellation.ThrowIfCancellationRequested();
        var name = new StreamName(stream);
        return Task.FromResult<IReadOnlyList<JournalEntry>>(Read(reader => reader.Last(name, most)));
    }

    public async IAsyncEnumerable<JournalEntry> ReadAllAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var (last, newest) = (0L, Read(reader => reader.Newest()));
        while (true)
        {
            var page = Read(reader => reader.Page(prefix, last, newest));
            foreach (var (number, entry) in page)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return entry;
                last = number;
            }

            if (page.Count == 0)
                yield break;
            await Task.Yield();
        }
    }

    public async Task<int> ForgetAsync(string prefix, DateTimeOffset before, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var (forgotten, last) = (0, Array.Empty<byte>());
        while (Read(reader => reader.Old(prefix, last, before)) is [.., var next] old)
        {
            // A few at a time, so that others need not wait long to write.
            forgotten += await _writer.WriteAsync(entries => entries.Forget(old, before), 0, cancellation);
            last = next;
        }

        return forgotten;
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await Task.Run(_writer.Dispose);
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    private T Read<T>(Func<EntryReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var reader = _idle.TryTake(out var idle) ? idle : new EntryReader(_path);
        try
        {
            return read(reader);
        }
        catch (InvalidDataException damage)
        {
            throw JournalFailures.Damaged(_path, damage.Message);
        }
        finally
        {
            if (_disposed || _idle.Count >= Environment.ProcessorCount)
                reader.Dispose();
            else
                _idle.Add(reader);
        }
    }
}
