namespace BriefingBot.Claims;

/// <summary>A hash that is the same on every machine (FNV-1a).</summary>
internal static class StanceHash
{
    public const uint Start = 2166136261;

    public static uint Of(string word) => Add(Start, word);

    public static uint Add(uint hash, string word)
    {
        foreach (var letter in word)
            hash = (hash ^ letter) * 16777619;
        return (hash ^ '\uFFFF') * 16777619;
    }
}
