namespace BriefingBot.Benchmarks.Stances;

/// <summary>The hashed features that stand in enough topics to say something of others.</summary>
internal sealed class HashedFeatures
{
    private readonly Dictionary<uint, int> _index;

    public HashedFeatures(LearningSet set, int leastGroups)
    {
        Dictionary<uint, HashSet<int>> groups = [];
        for (var row = 0; row < set.Rows; row++)
        {
            foreach (var hash in set.Hashes[row])
            {
                if (!groups.TryGetValue(hash, out var seen))
                    groups.Add(hash, seen = []);
                if (seen.Count < leastGroups)
                    seen.Add(set.Groups[row]);
            }
        }

        Kept = [.. groups.Where(pair => pair.Value.Count >= leastGroups).Select(pair => pair.Key).Order()];
        _index = Kept.Select((hash, at) => (hash, at)).ToDictionary(pair => pair.hash, pair => pair.at);
    }

    /// <summary>In rising order.</summary>
    public uint[] Kept { get; }

    /// <summary>The positions in <see cref="Kept"/> of a row's features.</summary>
    public int[] Positions(uint[] row) => [.. row.Where(_index.ContainsKey).Select(hash => _index[hash])];
}
