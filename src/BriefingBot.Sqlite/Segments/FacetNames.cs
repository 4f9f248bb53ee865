using System.Text;

namespace BriefingBot.Sqlite.Segments;

/// <summary>Numbers the facets of a segment's articles; 0 is none.</summary>
internal sealed class FacetNames
{
    private readonly Dictionary<string, int> _numbers = [];

    public int NumberOf(string? name)
    {
        if (name is null)
            return 0;
        if (!_numbers.TryGetValue(name, out var number))
            _numbers.Add(name, number = _numbers.Count + 1);
        return number;
    }

    public void Write(ByteWriter bytes)
    {
        bytes.Number(_numbers.Count);
        foreach (var name in _numbers.Keys.Select(Encoding.UTF8.GetBytes))
        {
            bytes.Number(name.Length);
            bytes.Bytes(name);
        }
    }

    /// <returns>The name of each number; null for 0.</returns>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static string?[] Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var count = (int)Varint.Read(bytes, ref at);
        if ((uint)count > (uint)bytes.Length)
            throw new InvalidDataException("The layout names more facets than it holds.");

        var names = new string?[count + 1];
        for (var number = 1; number <= count; number++)
        {
            var length = (int)Varint.Read(bytes, ref at);
            names[number] = Encoding.UTF8.GetString(bytes.Slice(at, length));
            at += length;
        }

        return names;
    }
}
