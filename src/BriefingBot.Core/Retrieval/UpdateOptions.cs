namespace BriefingBot.Retrieval;

/// <summary>How an index is brought up to date.</summary>
public sealed record UpdateOptions
{
    /// <summary>Whether a file of the same size and time of change is taken to be the same, unread. Default: every file is read.</summary>
    public bool TrustsFileTimes { get; init; }

    /// <summary>
    /// Whether an index that cannot be written now, since another process updates it or its folder is read-only, is left as it is; the outcome's notice
    /// says so. Default: that is an error.
    /// </summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the whole index is read first, so that damage of any kind is found and repaired. Default: only what the update needs is.</summary>
    public bool ChecksIndex { get; init; }

    /// <summary>How much text one transaction holds, from 1. More is faster and takes more memory; a crash loses that much work.</summary>
    public long BatchInChars { get; init; } = 8_000_000;

    /// <summary>Tells whether a file was changed too lately for its time to be trusted.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <param name="Articles">How many were read.</param>
/// <param name="Bytes">How much of the corpus is done.</param>
/// <param name="TotalBytes">Of the whole corpus.</param>
public readonly record struct UpdateProgress(int Articles, long Bytes, long TotalBytes);

/// <summary>What an update did, in articles.</summary>
/// <param name="New">Added.</param>
/// <param name="Changed">Replaced by another content under the same id.</param>
/// <param name="Deleted">No longer in the corpus.</param>
/// <param name="Moved">The same content, under another id.</param>
/// <param name="Unchanged">As they were.</param>
/// <param name="Problems">A line for each thing that could not be read; those of files that were not read again are left out.</param>
/// <param name="Notice">One line if an index that was damaged or of another version was built anew, or if the update was optional and could not be; else null.</param>
public sealed record UpdateOutcome(int New, int Changed, int Deleted, int Moved, int Unchanged, IReadOnlyList<string> Problems, string? Notice);
