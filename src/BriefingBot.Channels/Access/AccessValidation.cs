using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Access;

/// <summary>Refuses rules that cannot be meant so. A misspelt one must not leave the corpus open.</summary>
internal sealed class AccessValidation(IConfiguration configuration) : IValidateOptions<AccessOptions>
{
    private static readonly string[] OfRule = [nameof(AccessRule.Who), nameof(AccessRule.Read)];

    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        List<string> faults = [.. Unknown(), .. options.Rules.Select((rule, number) => rule.Fault is { } fault ? $"{AccessOptions.Section}:{nameof(options.Rules)}:{number}:{fault}" : null).OfType<string>()];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Unknown()
    {
        var access = configuration.GetSection(AccessOptions.Section);
        var rules = access.GetSection(nameof(AccessOptions.Rules));
        return access.GetChildren().Where(child => !Is(child, nameof(AccessOptions.Rules)))
            .Concat(rules.GetChildren().SelectMany(rule => rule.GetChildren()).Where(child => !OfRule.Any(known => Is(child, known))))
            .Select(child => $"{child.Path}: there is no such setting; a rule is {rules.Path}:0:{nameof(AccessRule.Who)} and {rules.Path}:0:{nameof(AccessRule.Read)}:0");
    }

    private static bool Is(IConfigurationSection section, string name) => section.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
