namespace BriefingBot.Postgres;

/// <summary>Which server holds the articles, and under which name.</summary>
public sealed record PostgresOptions
{
    /// <summary>Of Npgsql: <c>Host=...;Username=...;Password=...;Database=...</c>. It holds a secret: never logged, never in an error.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>Where to search, such as a read replica; null searches where it is written. A secret as well.</summary>
    public string? ReadConnectionString { get; init; }
}
