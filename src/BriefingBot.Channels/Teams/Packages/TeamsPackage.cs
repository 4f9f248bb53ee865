using System.IO.Compression;

namespace BriefingBot.Channels.Teams.Packages;

/// <summary>What is uploaded to Teams: the manifest and its icons in a zip.</summary>
public static class TeamsPackage
{
    // The same package from the same input: a zip holds no time of day then.
    private static readonly DateTimeOffset Made = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="output">Gets the zip.</param>
    /// <param name="appId">Of the bot's registration.</param>
    /// <param name="site">Where who runs it can be reached; https.</param>
    /// <param name="version">As in 1.2.3.</param>
    public static void Write(Stream output, Guid appId, Uri site, string version)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "manifest.json", TeamsManifest.Of(appId, site, version));
        Add(zip, TeamsManifest.ColorIcon, Icon.Color(192));
        Add(zip, TeamsManifest.OutlineIcon, Icon.Outline(32));
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Made;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
