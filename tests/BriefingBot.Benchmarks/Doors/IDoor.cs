namespace BriefingBot.Benchmarks.Doors;

/// <summary>A channel as the bot sees it, on loopback.</summary>
internal interface IDoor : IAsyncDisposable
{
    string Name { get; }

    /// <summary>What the bot needs to know of it.</summary>
    IEnumerable<KeyValuePair<string, string?>> Settings { get; }

    /// <returns>Milliseconds until the answer has arrived.</returns>
    Task<double> AskAsync(string server, string question, int number);
}
