using System.Globalization;
using BriefingBot.Sqlite.Stores;
using Lucene.Net.Index;
using Directory = Lucene.Net.Store.Directory;

namespace BriefingBot.Lucene.Updates;

/// <summary>Which commit of which store a commit of the index belongs to.</summary>
/// <param name="Store">The id the store was made with.</param>
/// <param name="Generation">The number of the store's commit.</param>
/// <param name="Version">Of the documents.</param>
internal sealed record CommitMark(long Store, long Generation, int Version)
{
    /// <summary>Goes up with every change of the fields or of what they mean.</summary>
    public const int CurrentVersion = 1;

    /// <returns>Null if there is no commit, or none with a mark.</returns>
    public static CommitMark? Read(Directory directory) =>
        DirectoryReader.IndexExists(directory) ? Read(DirectoryReader.ListCommits(directory)[^1].UserData) : null;

    public static CommitMark? Read(IDictionary<string, string> data) =>
        data.TryGetValue("store", out var store) && data.TryGetValue("generation", out var generation) && data.TryGetValue("version", out var version)
            ? new CommitMark(long.Parse(store, CultureInfo.InvariantCulture), long.Parse(generation, CultureInfo.InvariantCulture), int.Parse(version, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Of the store's last commit.</summary>
    public static CommitMark Of(Store store) => new(store.Counter("id"), store.Counter("generation"), CurrentVersion);

    public IDictionary<string, string> ToData() => new Dictionary<string, string>
    {
        ["store"] = Store.ToString(CultureInfo.InvariantCulture),
        ["generation"] = Generation.ToString(CultureInfo.InvariantCulture),
        ["version"] = Version.ToString(CultureInfo.InvariantCulture),
    };
}
