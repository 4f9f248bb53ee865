namespace BriefingBot.Claims;

/// <summary>Things that are one and the same, by what has been joined so far.</summary>
internal sealed class DisjointSets
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    public void Join(string one, string other)
    {
        var (root, otherRoot) = (RootOf(one), RootOf(other));
        if (root != otherRoot)
        {
            _parents[root] = otherRoot;
        }
    }

    /// <summary>The same for all that are joined.</summary>
    public string RootOf(string one)
    {
        while (_parents.TryGetValue(one, out var parent))
        {
            one = parent;
        }

        return one;
    }
}
