using BriefingBot.Retrieval;
using SQLitePCL;

namespace BriefingBot.Sqlite;

/// <summary>What is thrown where SQLite says that something failed.</summary>
/// <param name="path">The file.</param>
/// <param name="result">SQLite's result code.</param>
/// <param name="message">Its words.</param>
internal delegate Exception DatabaseFailure(string path, int result, string message);

/// <summary>One connection to a file. For one thread at a time. What fails is an <see cref="IndexException"/> unless its user says otherwise.</summary>
internal sealed class Database : IDisposable
{
    private const int BusyTimeoutInMilliseconds = 5000;

    private readonly sqlite3 _handle;
    private readonly DatabaseFailure _failure;
    private readonly List<Statement> _statements = [];

    static Database() => Batteries_V2.Init();

    private Database(string path, sqlite3 handle, DatabaseFailure failure)
    {
        Path = path;
        _handle = handle;
        _failure = failure;
    }

    public string Path { get; }

    /// <summary>Opens a file, and creates it where it is to be written and missing.</summary>
    /// <exception cref="IndexException">It cannot be opened.</exception>
    public static Database Open(string path, bool writable, DatabaseFailure? failure = null)
    {
        var flags = writable ? raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE : raw.SQLITE_OPEN_READONLY;
        return Open(path, path, flags | raw.SQLITE_OPEN_NOMUTEX, failure ?? Failures.Of);
    }

    /// <summary>Opens a file that nobody can be writing, in a folder where SQLite may not make its shared memory.</summary>
    /// <exception cref="IndexException">It cannot be opened.</exception>
    public static Database OpenImmutable(string path) =>
        Open(path, $"{new Uri(path).AbsoluteUri}?immutable=1", raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX | raw.SQLITE_OPEN_URI, Failures.Of);

    private static Database Open(string path, string name, int flags, DatabaseFailure failure)
    {
        var result = raw.sqlite3_open_v2(name, out var handle, flags, null);
        var database = new Database(path, handle, failure);
        try
        {
            database.Check(result);
            database.Check(raw.sqlite3_extended_result_codes(handle, 1));
            database.Check(raw.sqlite3_busy_timeout(handle, BusyTimeoutInMilliseconds));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A statement that lives as long as the connection, or until it is disposed of.</summary>
    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var handle));
        var statement = new Statement(this, handle);
        _statements.Add(statement);
        return statement;
    }

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>The first column of the first row; null if there is none.</summary>
    public long? Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() && !statement.IsNull(0) ? statement.Integer(0) : null;
    }

    /// <summary>A statement was disposed of before its connection.</summary>
    public void Forget(Statement statement) => _statements.Remove(statement);

    /// <summary>Ends a transaction that failed, if there is one.</summary>
    public void RollBack()
    {
        if (raw.sqlite3_get_autocommit(_handle) == 0)
            Execute("ROLLBACK");
    }

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <exception cref="IndexException">The result is an error.</exception>
    public void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw _failure(Path, result, raw.sqlite3_errmsg(_handle).utf8_to_string());
    }

    public void Dispose()
    {
        while (_statements.Count > 0)
            _statements[^1].Dispose();
        _ = raw.sqlite3_close_v2(_handle);
        _handle.Dispose();
    }
}
