namespace BriefingBot.Claims;

/// <summary>Hashes of the few words that features name.</summary>
internal static class KnownWords
{
    public static readonly uint The = FeatureHash.Of("the");
    public static readonly uint That = FeatureHash.Of("that");
    public static readonly uint To = FeatureHash.Of("to");
    public static readonly uint Comma = FeatureHash.Of(",");
    public static readonly uint Stop = FeatureHash.Of(".");
    public static readonly uint Colon = FeatureHash.Of(":");
    public static readonly uint Who = FeatureHash.Of("who");
    private static readonly HashSet<uint> Pronouns = Hashes("he", "she", "they", "it", "i", "we", "you", "who");
    private static readonly HashSet<uint> Joints = Hashes("and", "but", "or", "who", "which", "as", "while", "because", "if", "when", "after", "before");

    private static readonly HashSet<uint> Relatives = Hashes("which", "that", "this", "these", "those", "him", "her", "them", "us", "me");

    /// <summary>Whether the word only points to another.</summary>
    public static bool IsPointer(uint word) => IsPronoun(word) || Relatives.Contains(word);

    public static bool IsPronoun(uint word) => Pronouns.Contains(word);

    public static bool IsJoint(uint word) => Joints.Contains(word);

    private static HashSet<uint> Hashes(params ReadOnlySpan<string> words)
    {
        HashSet<uint> hashes = [];
        foreach (var word in words)
        {
            hashes.Add(FeatureHash.Of(word));
        }

        return hashes;
    }
}
