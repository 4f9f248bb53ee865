using BriefingBot.Lucene.Documents;
using BriefingBot.Lucene.Updates;
using BriefingBot.Sqlite.Searches;
using BriefingBot.Sqlite.Segments;
using Lucene.Net.Index;

namespace BriefingBot.Lucene.Searches;

/// <summary>What is in memory of one commit of the index. Immutable.</summary>
internal sealed class SearchedReader
{
    private readonly Dictionary<object, Segment> _segments = [];

    private SearchedReader(DirectoryReader reader) => Reader = reader;

    public DirectoryReader Reader { get; }

    public required Snapshot Snapshot { get; init; }

    /// <summary>The leaf of each segment, by its number.</summary>
    public Dictionary<long, AtomicReader> Leaves { get; } = [];

    /// <summary>Those of the languages that articles are in.</summary>
    public required IReadOnlyList<LanguageAnalysis> Analyses { get; init; }

    /// <summary>Reads what changed since the commit before.</summary>
    /// <param name="reader">Held open by the caller for as long as this is used.</param>
    /// <param name="before">Of the same index; null if there is none.</param>
    public static SearchedReader Of(DirectoryReader reader, SearchedReader? before)
    {
        Dictionary<object, Segment> segments = [];
        Dictionary<long, AtomicReader> leaves = [];
        HashSet<long> gone = [];
        var next = before?.Leaves.Keys.DefaultIfEmpty().Max() + 1 ?? 1;
        foreach (var leaf in reader.Leaves.Select(context => context.AtomicReader))
        {
            var segment = before?._segments.GetValueOrDefault(leaf.CoreCacheKey) ?? LeafSegment.Read(next++, leaf);
            segments.Add(leaf.CoreCacheKey, segment);
            leaves.Add(segment.Number, leaf);
            AddGone(segment, leaf, gone);
        }

        var generation = CommitMark.Read(reader.IndexCommit.UserData)?.Generation ?? 0;
        var searched = new SearchedReader(reader)
        {
            Snapshot = Snapshot.Of(generation, segments.Values, gone),
            Analyses = [.. segments.Values.SelectMany(segment => segment.Languages.Distinct().Select(language => segment.FacetNames[language]))
                .Distinct().Select(LanguageAnalysis.Of).OfType<LanguageAnalysis>().Distinct()],
        };
        foreach (var (key, segment) in segments)
            searched._segments.Add(key, segment);
        foreach (var (number, leaf) in leaves)
            searched.Leaves.Add(number, leaf);
        return searched;
    }

    private static void AddGone(Segment segment, AtomicReader leaf, HashSet<long> gone)
    {
        if (leaf.LiveDocs is not { } live)
            return;

        for (var article = 0; article < segment.Articles; article++)
        {
            if (!live.Get(segment.FirstSlots[article]))
                gone.Add(segment.ArticleNumbers[article]);
        }
    }
}
