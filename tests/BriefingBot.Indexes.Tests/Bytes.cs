namespace BriefingBot.Indexes.Tests;

/// <summary>Damages files.</summary>
internal static class Bytes
{
    /// <summary>Leaves the first half.</summary>
    public static void Cut(string path)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(file.Length / 2);
    }

    public static void Overwrite(string path, long at, byte[] bytes)
    {
        using var file = File.OpenWrite(path);
        file.Position = at;
        file.Write(bytes);
    }
}
