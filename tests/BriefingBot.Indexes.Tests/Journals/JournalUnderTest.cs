using BriefingBot.Answers;

namespace BriefingBot.Indexes.Tests.Journals;

/// <summary>A kind of journal, and how to break it.</summary>
public abstract class JournalUnderTest
{
    public abstract string Kind { get; }

    /// <summary>Every way of damage, by its name; each is done to a journal that nobody has open and that holds entries.</summary>
    public abstract IReadOnlyDictionary<string, Action<string>> Damages { get; }

    public static JournalUnderTest Of(string kind) => kind switch
    {
        "sqlite" => new SqliteJournalUnderTest(),
        "postgres" => new PostgresJournalUnderTest(),
        _ => throw new ArgumentException($"There is no journal {kind}.", nameof(kind)),
    };

    /// <param name="data">An empty folder, or one that a journal of this kind was made in.</param>
    /// <param name="time">Null for the system's clock.</param>
    public abstract IJournal Open(string data, TimeProvider? time = null);

    /// <summary>Before a journal is made that is to be broken: no other is broken with it.</summary>
    /// <param name="data">An empty folder.</param>
    public virtual void Isolate(string data)
    {
    }

    /// <summary>A journal that was made before, where nothing can be written now.</summary>
    public abstract IJournal OpenReadOnly(string data);

    /// <summary>A journal that was made before, whose disk is full now.</summary>
    public abstract IJournal OpenOnFullDisk(string data);

    public sealed override string ToString() => Kind;
}
