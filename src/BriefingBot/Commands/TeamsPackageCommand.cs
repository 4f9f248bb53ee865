using System.CommandLine;
using BriefingBot.Channels.Teams.Packages;

namespace BriefingBot.Commands;

/// <summary><c>teams-package</c>: what is uploaded to Teams.</summary>
internal static class TeamsPackageCommand
{
    private const string DefaultFile = "briefingbot-teams.zip";

    // What Teams shows as the publisher's site where none is given.
    private const string DefaultUrl = "https://example.com";

    public static Command Create()
    {
        var appId = new Option<string?>("--app-id") { Description = "The id of the bot's app registration.", HelpName = "ID" };
        var url = new Option<string>("--url") { Description = "Your site, which Teams names as the publisher's: an https address.", HelpName = "URL", DefaultValueFactory = _ => DefaultUrl };
        var output = new Option<string>("--out") { Description = "Where the zip goes.", HelpName = "F.zip", DefaultValueFactory = _ => DefaultFile };
        var command = new Command("teams-package", "Pack the manifest and icons that are uploaded to Teams.") { appId, url, output };
        command.SetAction(parsed => Write(AppId(parsed.GetValue(appId)), Site(parsed.GetValue(url)!), parsed.GetValue(output)!));
        return command;
    }

    private static void Write(Guid appId, Uri site, string path)
    {
        try
        {
            using var file = File.Create(path);
            TeamsPackage.Write(file, appId, site, VersionText.Version);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"--out {path}: cannot be written ({failure.Message.TrimEnd('.')}); name another file");
        }

        Console.WriteLine($"{path}: upload it in Teams under Apps, Manage your apps");
    }

    private static Guid AppId(string? given) => Guid.TryParse(given, out var id) ? id
        : throw new InputException(given is null ? "teams-package: say which app with --app-id ID, the id of the bot's registration" : $"--app-id {given}: is no id of an app; write one such as 11111111-2222-3333-4444-555555555555");

    private static Uri Site(string given) => Uri.TryCreate(given, UriKind.Absolute, out var site) && site.Scheme == Uri.UriSchemeHttps && site.UserInfo.Length == 0 ? site
        : throw new InputException($"--url {given}: Teams takes https addresses only; write one such as https://bot.example.com");
}
