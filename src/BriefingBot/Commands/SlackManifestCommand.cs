using System.CommandLine;
using BriefingBot.Channels.Slack;

namespace BriefingBot.Commands;

/// <summary><c>slack-manifest</c>: what Slack wants to know to make the app.</summary>
internal static class SlackManifestCommand
{
    public static Command Create()
    {
        var url = new Option<string?>("--url") { Description = "Where Slack reaches this server: an https address.", HelpName = "URL" };
        var socketMode = new Option<bool>("--socket-mode") { Description = "The server asks Slack instead: for one behind a firewall; needs no address." };
        var command = new Command("slack-manifest", "Print the manifest that makes the Slack app.") { url, socketMode };
        command.SetAction(parsed => Console.Out.WriteLine(SlackManifest.Of(parsed.GetValue(socketMode) ? null : Address(parsed.GetValue(url)))));
        return command;
    }

    private static Uri Address(string? url) =>
        url is null ? throw new InputException("slack-manifest: say where Slack reaches this server with --url https://..., or write --socket-mode")
        : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0 ? address
        : throw new InputException($"--url {url}: Slack calls https addresses only; write one such as https://bot.example.com, or use --socket-mode");
}
