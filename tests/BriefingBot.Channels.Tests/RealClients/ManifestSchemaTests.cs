using System.IO.Compression;
using BriefingBot.Channels.Teams.Packages;

namespace BriefingBot.Channels.Tests.RealClients;

public sealed class ManifestSchemaTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefingbot-manifest-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task The_manifest_holds_to_the_schema_that_it_names()
    {
        Assert.Equal("", await FaultsAsync(manifest => manifest));
        Assert.Contains("/bots/0/scopes/0", await FaultsAsync(manifest => manifest.Replace("\"personal\"", "\"everywhere\"", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> FaultsAsync(Func<string, string> altered)
    {
        NodeClients.SkipWithout("@microsoft/app-manifest");
        using var stream = new MemoryStream();
        TeamsPackage.Write(stream, Guid.Parse("11111111-2222-3333-4444-555555555555"), new Uri("https://bot.example.com"), "0.1.0");
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        using var manifest = new StreamReader(zip.GetEntry("manifest.json")!.Open());
        var file = Path.Combine(_folder.FullName, "manifest.json");
        await File.WriteAllTextAsync(file, altered(await manifest.ReadToEndAsync(Cancellation)), Cancellation);

        using var validator = NodeClients.Start([Path.Combine(AppContext.BaseDirectory, "RealClients", "manifest.mjs"), NodeClients.PathOf(""), file]);
        var errors = validator.StandardError.ReadToEndAsync(Cancellation);
        var faults = await validator.StandardOutput.ReadToEndAsync(Cancellation);
        await validator.WaitForExitAsync(Cancellation);
        Assert.True(validator.ExitCode == 0, await errors);
        return faults;
    }
}
