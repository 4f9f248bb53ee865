using System.ComponentModel.DataAnnotations;
using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Commands;

/// <summary>
/// Which model the user wants: <c>--model</c>, else the section <c>Model</c> of the environment (<c>BRIEFINGBOT_Model__Name</c>), the user
/// secrets of <c>briefingbot</c>, <c>appsettings.json</c> here, and beside the program, in this order.
/// </summary>
internal static class ModelSettings
{
    private const string Prefix = "BRIEFINGBOT_";
    private const string Section = "Model";

    private static string[] Files =>
    [
        Path.Combine(AppContext.BaseDirectory, "appsettings.json"),
        Path.Combine(Environment.CurrentDirectory, "appsettings.json"),
        Environment.OSVersion.Platform == PlatformID.Win32NT
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "Microsoft", "UserSecrets", "briefingbot", "secrets.json")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".microsoft", "usersecrets", "briefingbot", "secrets.json"),
    ];

    /// <summary>Whether a model may be wanted; reading the configuration takes time that a start without any saves.</summary>
    /// <param name="asked">As <c>--model</c> has it; null where it is not given.</param>
    public static bool IsAsked(string? asked) =>
        asked is not null || Files.Any(File.Exists) || Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(name => name.StartsWith($"{Prefix}{Section}", StringComparison.OrdinalIgnoreCase));

    /// <param name="asked">As <c>--model</c> has it; null where it is not given.</param>
    /// <returns>Null where no model is wanted.</returns>
    /// <exception cref="InputException">A setting is wrong.</exception>
    public static ModelOptions? Find(string? asked)
    {
        if (ModelOptions.NoProvider.Equals(asked, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var options = asked is null ? Configured() : With(Configured(), asked);
        return options.IsNone ? null : Valid(options);
    }

    /// <summary>The configured model as answers name it.</summary>
    public static string Label() => IsAsked(null) && Find(null) is { } options ? options.Label : ExtractiveWriter.Model;

    private static ModelOptions Configured()
    {
        try
        {
            var builder = new ConfigurationBuilder();
            foreach (var file in Files)
            {
                builder.AddJsonFile(file, optional: true);
            }

            return builder.AddEnvironmentVariables(Prefix).Build().GetSection(Section).Get<ModelOptions>() ?? new ModelOptions();
        }
        catch (InvalidDataException broken)
        {
            throw new InputException($"{broken.Message.TrimEnd('.')}; mend the JSON");
        }
        catch (InvalidOperationException wrong)
        {
            // The message of the inner one would hold the value, and that might be a key.
            throw new InputException($"a setting of {Section} has no number where one belongs; {Named(wrong.Message)}");
        }
    }

    private static string Named(string message) =>
        message.Split('\'') is [_, var path, ..] && path.StartsWith(Section, StringComparison.OrdinalIgnoreCase) ? $"mend {path}" : "mend appsettings.json or the environment";

    /// <summary>NAME of the configured provider, or PROVIDER:NAME; what is another provider's, its address and key, is not taken along.</summary>
    private static ModelOptions With(ModelOptions options, string asked)
    {
        var colon = asked.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && ModelProviders.Find(asked[..colon]) is { } provider)
        {
            return provider.Name.Equals(options.Provider, StringComparison.OrdinalIgnoreCase)
                ? options with { Name = asked[(colon + 1)..] }
                : options with { Provider = provider.Name, Name = asked[(colon + 1)..], Endpoint = null, ApiKey = null, Token = null };
        }

        return options.IsNone
            ? throw new InputException($"--model {asked}: no provider is configured; write --model PROVIDER:NAME with one of {string.Join(", ", ModelProviders.Names)}, or set {Prefix}{Section}__Provider")
            : options with { Name = asked };
    }

    private static ModelOptions Valid(ModelOptions options)
    {
        List<ValidationResult> faults = [];
        return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true) ? options : throw new InputException(faults[0].ErrorMessage!);
    }
}
