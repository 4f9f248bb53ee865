namespace BriefingBot.Channels.Tests;

/// <summary>The files that this was built from.</summary>
internal static class Sources
{
    /// <summary>The repository's top folder.</summary>
    public static string Top { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        return folder.FullName;
    }
}
