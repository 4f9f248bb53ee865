using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace BriefingBot.Postgres.Tests;

/// <summary>
/// A real PostgreSQL: the one that <c>BRIEFINGBOT_TEST_POSTGRES</c> names by a connection string, else a cluster of our own from the installed binaries,
/// on loopback and a free port, gone with the process.
/// </summary>
internal sealed class TestServer
{
    private const string Variable = "BRIEFINGBOT_TEST_POSTGRES";
    private const string Password = "s3cret-of-the-tests";

    private static readonly Lazy<TestServer?> Own = new(StartOwn);

    private readonly string _binaries;
    private readonly string _folder;
    private readonly int _port;

    private TestServer(string binaries, string folder, int port) => (_binaries, _folder, _port) = (binaries, folder, port);

    /// <summary>Of a user that may create databases. Skips the test where there is no server.</summary>
    public static string ConnectionString
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
                return given;

            var own = Own.Value;
            Assert.SkipWhen(own is null, $"PostgreSQL is not installed: apt-get install postgresql, or name a server in {Variable}.");
            return own.ToString();
        }
    }

    /// <summary>One more server, for a test that stops it. Skips the test where PostgreSQL is not installed.</summary>
    public static TestServer Start()
    {
        var started = StartOwn();
        Assert.SkipWhen(started is null, "PostgreSQL is not installed: apt-get install postgresql.");
        return started;
    }

    /// <summary>Makes an empty database of the test's own.</summary>
    /// <returns>Its connection string.</returns>
    public static string NewDatabase() => NewDatabase(ConnectionString);

    public static string NewDatabase(string server)
    {
        var name = $"test_{Guid.NewGuid():N}";
        Execute(server, $"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0");
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    public static void Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public static T Scalar<T>(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>Waits for its end. Connections to it break.</summary>
    public void Stop() => Run("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Starts it again, on the same port.</summary>
    public void StartAgain() => Run(
        "pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200", "start");

    /// <summary>A standby of its own folder and port that follows this server.</summary>
    public TestServer StartReplica()
    {
        var replica = new TestServer(_binaries, NewFolder(), FreePort());
        Run("pg_basebackup", "-d", $"host=127.0.0.1 port={_port} user=tester password={Password}", "-D", replica.Data, "-R", "-c", "fast", "--no-sync");
        replica.StartAgain();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => replica.Remove();
        return replica;
    }

    /// <summary>Waits until it has replayed what the other has written so far.</summary>
    public void WaitFor(TestServer primary)
    {
        var written = Scalar<string>(primary.ToString(), "SELECT pg_current_wal_lsn()::text");
        while (!Scalar<bool>(ToString(), $"SELECT pg_last_wal_replay_lsn() >= '{written}'::pg_lsn"))
        {
        }
    }

    /// <summary>The connection string of a database, on this server.</summary>
    public string On(string database) => new NpgsqlConnectionStringBuilder(database) { Port = _port }.ConnectionString;

    public override string ToString() => $"Host=127.0.0.1;Port={_port};Username=tester;Password={Password};Database=postgres";

    private string Data => Path.Combine(_folder, "data");

    private static TestServer? StartOwn()
    {
        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (binaries is null)
            return null;

        var folder = NewFolder();
        var server = new TestServer(binaries, folder, FreePort());
        server.Run("initdb", "-D", server.Data, "-U", "tester", "-A", "scram-sha-256", "--pwfile", Path.Combine(folder, "password"), "-E", "UTF8", "--locale", "C", "--no-sync");
        server.StartAgain();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Remove();
        return server;
    }

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-postgres-").FullName;
        File.WriteAllText(Path.Combine(folder, "password"), Password);
        if (Environment.IsPrivilegedProcess)
            Execute("chown", ["-R", "postgres", folder]);
        return folder;
    }

    private void Remove()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            Stop();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>PostgreSQL does not run as root.</summary>
    private void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(_binaries, program);
        if (Environment.IsPrivilegedProcess)
            Execute("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Execute(path, arguments);
    }

    // Its output goes to a file, if anywhere: a server that is started would keep a pipe open.
    private static void Execute(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/", UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
