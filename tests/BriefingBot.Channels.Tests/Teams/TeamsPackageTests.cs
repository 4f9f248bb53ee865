using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using BriefingBot.Channels.Teams.Packages;

namespace BriefingBot.Channels.Tests.Teams;

public sealed class TeamsPackageTests
{
    private static readonly Guid AppId = Guid.Parse("11111111-2222-3333-4444-555555555555");

    [Fact]
    public void A_package_holds_the_manifest_and_the_icons_it_names()
    {
        using var zip = Package();
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        var icons = manifest.RootElement.GetProperty("icons");

        Assert.Equal("1.22", manifest.RootElement.GetProperty("manifestVersion").GetString());
        Assert.Equal(["personal", "team", "groupChat"], manifest.RootElement.GetProperty("bots")[0].GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Equal((192, 192), SizeOf(zip.GetEntry(icons.GetProperty("color").GetString()!)!));
        Assert.Equal((32, 32), SizeOf(zip.GetEntry(icons.GetProperty("outline").GetString()!)!));
        Assert.Equal(3, zip.Entries.Count);
    }

    [Theory]
    [InlineData("name.short", 30)]
    [InlineData("name.full", 100)]
    [InlineData("description.short", 80)]
    [InlineData("description.full", 4000)]
    public void No_text_is_longer_than_Teams_takes(string path, int most)
    {
        using var zip = Package();
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        var text = path.Split('.').Aggregate(manifest.RootElement, (json, name) => json.GetProperty(name)).GetString()!;

        Assert.InRange(text.Length, 1, most);
    }

    private static ZipArchive Package()
    {
        var stream = new MemoryStream();
        TeamsPackage.Write(stream, AppId, new Uri("https://bot.example.com"), "0.1.0");
        return new ZipArchive(stream, ZipArchiveMode.Read);
    }

    private static (int Width, int Height) SizeOf(ZipArchiveEntry icon)
    {
        var head = new byte[24];
        using var stream = icon.Open();
        stream.ReadExactly(head);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(head, 1, 3));
        return (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)));
    }
}
