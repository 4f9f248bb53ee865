using System.Text;
using SQLitePCL;

namespace BriefingBot.Sqlite;

/// <summary>A prepared statement. What a column returns as a span is valid until the next step or reset.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int parameter, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, long? value)
    {
        database.Check(value is { } given ? raw.sqlite3_bind_int64(handle, parameter, given) : raw.sqlite3_bind_null(handle, parameter));
        return this;
    }

    public Statement Bind(int parameter, string? value)
    {
        // By length, not by a final NUL: a string may hold one. An empty span would be bound as null.
        database.Check(value switch
        {
            null => raw.sqlite3_bind_null(handle, parameter),
            "" => raw.sqlite3_bind_text(handle, parameter, value),
            _ => raw.sqlite3_bind_text(handle, parameter, Encoding.UTF8.GetBytes(value)),
        });
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        database.Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, parameter, 0) : raw.sqlite3_bind_blob(handle, parameter, value));
        return this;
    }

    /// <summary>Goes to the next row. After the last one the statement is ready to be bound again.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result == raw.SQLITE_ROW)
            return true;

        try
        {
            database.Check(result);
        }
        finally
        {
            Reset();
        }

        return false;
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    public void Reset() => _ = raw.sqlite3_reset(handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Integer(int column) => raw.sqlite3_column_int64(handle, column);

    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Dispose()
    {
        handle.Dispose();
        database.Forget(this);
    }
}
