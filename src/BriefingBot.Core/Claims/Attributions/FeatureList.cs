namespace BriefingBot.Claims;

/// <summary>The hashed features of one token; reused from token to token.</summary>
internal sealed class FeatureList
{
    private uint[] items = new uint[128];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Items => items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, 2 * items.Length);
        }

        items[Count++] = FeatureHash.Mix(template, a, b, c);
    }
}
