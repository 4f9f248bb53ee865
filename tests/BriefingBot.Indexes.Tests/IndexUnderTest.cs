using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

/// <summary>A kind of index, and how to break it.</summary>
public abstract class IndexUnderTest
{
    /// <summary>As <c>--index</c> names it.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it copies itself to a folder.</summary>
    public virtual bool CanBackUp => true;

    /// <summary>Every way of damage, by its name; each is done to an index that nobody has open.</summary>
    public abstract IReadOnlyDictionary<string, Action<string>> Damages { get; }

    /// <summary>Every kind that this build has.</summary>
    public static IndexUnderTest Of(string kind) => kind switch
    {
        "sqlite" => new SqliteUnderTest(),
        "postgres" => new PostgresUnderTest(),
#if STANDARD
        "lucene" => new LuceneUnderTest(),
#endif
        _ => throw new ArgumentException($"This build has no index {kind}.", nameof(kind)),
    };

    /// <param name="data">An empty folder, or one that an index of this kind was made in.</param>
    public abstract IIndexer Indexer(string data);

    /// <summary>Makes the index look as if another version of the program had made it.</summary>
    public abstract void MakeOtherVersion(string data);

    /// <summary>Removes the index.</summary>
    public abstract void Remove(string data);

    /// <summary>Leaves what a killed process leaves behind of its lock.</summary>
    public abstract void LeaveLock(string data);

    /// <summary>Runs when a test is done with a folder, before it is deleted.</summary>
    public virtual void CleanUp(string data)
    {
    }

    public sealed override string ToString() => Kind;
}
