using System.Diagnostics;

namespace BriefingBot.Channels.Tests.RealClients;

/// <summary>Clients that others wrote, in Node. The variable names the folder into which npm has put them; without it, tests of them are skipped.</summary>
internal static class NodeClients
{
    private const string Variable = "BRIEFINGBOT_NODE_MODULES";

    private static string? Folder => Environment.GetEnvironmentVariable(Variable);

    public static string PathOf(string file) => Path.Combine(Folder ?? "", file);

    public static void SkipWithout(string package) =>
        Assert.SkipUnless(Folder is not null && Directory.Exists(PathOf(package)), $"{package} is not there: npm install it and set {Variable} to the folder node_modules");

    public static Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
