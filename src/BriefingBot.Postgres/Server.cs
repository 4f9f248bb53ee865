using BriefingBot.Retrieval;
using Npgsql;
using Polly;
using Polly.Retry;

namespace BriefingBot.Postgres;

/// <summary>A PostgreSQL server as one corpus sees it: pooled connections, and a second and later try where a connection was lost. Thread-safe.</summary>
internal sealed class Server : IDisposable
{
    // 0.2 + 0.4 + ... seconds: about 6 in all, longer than a server takes to restart.
    private const int Retries = 5;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    // More than there are different ones.
    private const int PreparedStatements = 30;

    // Searches are by index whatever the planner thinks of it, and too short to be compiled or shared out. The server gives up a client that is no
    // longer there, and with it its locks, within half a minute. What is committed is on its disk, whatever its default.
    private const string SessionOptions =
        "-c synchronous_commit=on -c enable_seqscan=off -c jit=off -c max_parallel_workers_per_gather=0 -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    private readonly NpgsqlDataSource _source;
    private readonly ResiliencePipeline _retries;
    private readonly Func<string, Exception, Exception> _failure;

    /// <param name="connectionString">Of Npgsql.</param>
    /// <param name="setting">Where it comes from.</param>
    /// <param name="corpus">The name of the corpus, or of what else is kept there.</param>
    /// <param name="time">Waits between tries.</param>
    /// <param name="failure">What is thrown in place of what the client throws; null for those of an index.</param>
    /// <param name="mostConnections">At once; the connection string may allow fewer.</param>
    /// <exception cref="IndexException">It is no connection string.</exception>
    public Server(
        string connectionString, string setting, string corpus, TimeProvider time, Func<string, Exception, Exception>? failure = null, int mostConnections = int.MaxValue)
    {
        var settings = Parse(connectionString, setting);
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, mostConnections);
        _failure = failure ?? ((where, wrong) => Failures.Of(where, wrong));
        Corpus = corpus;
        Where = $"{corpus} on {settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}";
        _source = NpgsqlDataSource.Create(settings);
        _retries = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(Failures.IsPassing),
            MaxRetryAttempts = Retries,
            Delay = FirstDelay,
            BackoffType = DelayBackoffType.Exponential,
        }).Build();
    }

    /// <summary>The name of the corpus.</summary>
    public string Corpus { get; }

    /// <summary>The corpus, host, port and database, for messages.</summary>
    public string Where { get; }

    public NpgsqlConnection Open() => _source.OpenConnection();

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation) => _source.OpenConnectionAsync(cancellation);

    /// <summary>Does something that may be done again from its start.</summary>
    /// <exception cref="IndexException">It failed, again and again if the connection was lost.</exception>
    public T Try<T>(Func<T> action)
    {
        try
        {
            return _retries.Execute(action);
        }
        catch (NpgsqlException failure)
        {
            throw _failure(Where, failure);
        }
    }

    /// <inheritdoc cref="Try"/>
    public async Task<T> TryAsync<T>(Func<CancellationToken, ValueTask<T>> action, CancellationToken cancellation)
    {
        try
        {
            return await _retries.ExecuteAsync(action, cancellation);
        }
        catch (NpgsqlException failure)
        {
            throw _failure(Where, failure);
        }
    }

    public void Dispose() => _source.Dispose();

    private static NpgsqlConnectionStringBuilder Parse(string connectionString, string setting)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            settings.ApplicationName ??= "briefingbot";
            settings.Options = $"{settings.Options} {SessionOptions}".TrimStart();
            settings.TcpKeepAlive = true;
            if (!settings.ContainsKey("Max Auto Prepare"))
                settings.MaxAutoPrepare = PreparedStatements;
            return string.IsNullOrEmpty(settings.Host) ? throw Failures.NoConnectionString(setting) : settings;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Its message may repeat a part of the string, which holds a secret.
            throw Failures.NoConnectionString(setting);
        }
    }
}
