using System.ComponentModel.DataAnnotations;
using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Commands;

/// <summary>Which model the user wants: <c>--model</c>, else the section <c>Model</c> of the <see cref="Settings"/>.</summary>
internal static class ModelSettings
{
    private const string Section = "Model";

    /// <summary>Whether a model may be wanted; reading the configuration takes time that a start without any saves.</summary>
    /// <param name="asked">As <c>--model</c> has it; null where it is not given.</param>
    public static bool IsAsked(string? asked) =>
        asked is not null || Settings.Files.Any(File.Exists) || Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(name => name.StartsWith($"{Settings.Prefix}{Section}", StringComparison.OrdinalIgnoreCase));

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
            return new ConfigurationBuilder().AddBriefingBotSettings().Build().GetSection(Section).Get<ModelOptions>() ?? new ModelOptions();
        }
        catch (Exception failure) when (Settings.Fault(failure) is { } fault)
        {
            throw new InputException(fault);
        }
    }

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
            ? throw new InputException($"--model {asked}: no provider is configured; write --model PROVIDER:NAME with one of {string.Join(", ", ModelProviders.Names)}, or set {Settings.Prefix}{Section}__Provider")
            : options with { Name = asked };
    }

    private static ModelOptions Valid(ModelOptions options)
    {
        List<ValidationResult> faults = [];
        return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true) ? options : throw new InputException(faults[0].ErrorMessage!);
    }
}
