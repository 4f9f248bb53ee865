using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Channels.Limits;

/// <summary>The section <c>Limits</c>: how much of the server one caller, and all of them, may take.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Calls with one API key in a minute; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerMinuteOfKey { get; init; } = 1200;

    /// <summary>Requests without a key from one address in a minute; 0 for no limit. This machine's own have none.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerMinuteOfAddress { get; init; } = 300;

    /// <summary>Bytes that the body of a request may have, unless its endpoint says otherwise.</summary>
    [Range(1024, 10_000_000)]
    public int MaxBodyBytes { get; init; } = 65_536;

    /// <summary>Connections at once; more are closed.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; init; } = 5_000;

    /// <summary>Connections of one address at once; more are closed, so that no one takes them all.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnectionsOfAddress { get; init; } = 1_000;

    /// <summary>How long a client may take for the head of a request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HeaderTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a body may come slower than 240 bytes a second.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan SlowBodyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long answers that are being given may go on when the server is to end.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Answers worked on at once; 0 for one a processor, whose work they are, so that more only make all slower; for 32 where a model writes them.</summary>
    [Range(0, 1024)]
    public int AnswersAtOnce { get; init; }

    /// <summary>Answers that wait for their turn, first come first served; more are refused, to be asked again later.</summary>
    [Range(0, 100_000)]
    public int AnswersWaiting { get; init; } = 1_000;
}
