using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BriefingBot.Commands;

/// <summary>
/// Where settings stand: the environment (<c>BRIEFINGBOT_Model__Name</c>), the user secrets of <c>briefingbot</c>, <c>appsettings.json</c>
/// here, and beside the program; what comes first wins.
/// </summary>
internal static class Settings
{
    public const string Prefix = "BRIEFINGBOT_";

    /// <summary>The last wins.</summary>
    public static string[] Files =>
    [
        Path.Combine(AppContext.BaseDirectory, "appsettings.json"),
        Path.Combine(Environment.CurrentDirectory, "appsettings.json"),
        Environment.OSVersion.Platform == PlatformID.Win32NT
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "Microsoft", "UserSecrets", "briefingbot", "secrets.json")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".microsoft", "usersecrets", "briefingbot", "secrets.json"),
    ];

    /// <summary>Ours, and those that the web server reads for itself.</summary>
    public static readonly string[] Sections =
        ["Access", "Bot", "DirectLine", "Index", "Kestrel", "Limits", "Logging", "Model", "Postgres", "Retention", "Slack", "Telemetry", "Turns", "Web", "Widget"];

    // So many letters alike at the start, and a name is meant for another.
    private const int LettersOfSlip = 3;

    /// <exception cref="InvalidDataException">A file is no JSON.</exception>
    /// <exception cref="InputException">The name of a section is misspelt: what it holds, such as rules of access, would be passed over.</exception>
    public static IConfigurationBuilder AddBriefingBotSettings(this IConfigurationBuilder builder)
    {
        var settings = new ConfigurationBuilder();
        foreach (var file in Files)
        {
            settings.AddJsonFile(file, optional: true);
        }

        var read = settings.AddEnvironmentVariables(Prefix).Build();
        foreach (var section in read.GetChildren().Where(child => child.GetChildren().Any()).Select(child => child.Key).Except(Sections, StringComparer.OrdinalIgnoreCase))
        {
            if (Array.Find(Sections, known => known.StartsWith(section[..Math.Min(LettersOfSlip, section.Length)], StringComparison.OrdinalIgnoreCase)) is { } meant)
                throw new InputException($"{section}: the settings have no such section; write {meant} in appsettings.json or {Prefix}{meant}__...");
        }

        return builder.AddConfiguration(read);
    }

    /// <summary>What is wrong with the settings, where that is why it failed; null where it is not.</summary>
    /// <remarks>It shows no value: that might be a key.</remarks>
    public static string? Fault(Exception failure) => failure switch
    {
        InvalidDataException broken => $"{broken.Message.TrimEnd('.')}; mend the JSON",
        OptionsValidationException invalid => invalid.Failures.First(),
        InvalidOperationException wrong when KeyOf(wrong.Message) is { } key => $"{key}: what stands there is of the wrong kind (no number where one belongs, no true or false, or a word that is none of its own); mend appsettings.json or {Prefix}{key.Replace(":", "__", StringComparison.Ordinal)}",
        _ => null,
    };

    /// <summary>Of a message that tells what could not be converted, its key; else null.</summary>
    private static string? KeyOf(string message) =>
        message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) && message.Split('\'') is [.., var key, _, _, _] ? key : null;
}
