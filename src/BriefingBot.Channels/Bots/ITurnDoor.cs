namespace BriefingBot.Channels.Bots;

/// <summary>A door whose turns are kept until they are answered: it answers each from what it gave to be kept, whichever server took it.</summary>
internal interface ITurnDoor
{
    /// <summary>Stands in the journal: it never changes.</summary>
    string Name { get; }

    /// <summary>Answers a turn, or drops one that cannot be answered here any more.</summary>
    /// <param name="turn">As it was given to be kept.</param>
    /// <param name="isLate">Whether it was left behind so long ago that who asked is only told to ask again.</param>
    /// <param name="cancellation">Stops it.</param>
    Task AnswerAsync(string turn, bool isLate, CancellationToken cancellation);
}

/// <summary>What became of something that a channel sent.</summary>
internal enum Taken
{
    Yes,

    /// <summary>It is nothing for the bot, or has been taken before.</summary>
    Ignored,

    /// <summary>So much waits that the channel should send it again.</summary>
    Full,
}
