namespace BriefingBot.Claims;

/// <summary>Hashes words and feature templates. Part of the weights' format: a change here needs new training.</summary>
internal static class FeatureHash
{
    /// <summary>FNV-1a over UTF-16 units in lower case.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * 16777619u;
        }

        return hash;
    }

    /// <summary>One feature of a template; the finaliser of MurmurHash3 spreads it over all bits.</summary>
    public static uint Mix(uint template, uint a, uint b = 0, uint c = 0)
    {
        var hash = (template * 0x9E3779B1u) ^ (a * 0x85EBCA77u);
        hash = (uint.RotateLeft(hash, 13) * 5) + (b * 0xC2B2AE3Du) + 0xE6546B64u;
        hash = (uint.RotateLeft(hash, 15) * 5) + (c * 0x27D4EB2Fu) + 0x165667B1u;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
