using System.ComponentModel.DataAnnotations;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Sections;

/// <summary>A section of the settings is read into its options and checked at the start.</summary>
internal static class SectionSetup
{
    public static OptionsBuilder<T> AddSection<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddSingleton<IValidateOptions<T>>(new Annotations<T>(section));
        return services.AddOptions<T>().Configure<IConfiguration>((options, configuration) => Bind(configuration.GetSection(section), options)).ValidateOnStart();
    }

    // What is misspelt would otherwise be passed over.
    private static void Bind<T>(IConfigurationSection section, T options)
        where T : class
    {
        try
        {
            section.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException failure)
        {
            var cause = failure.InnerException as InvalidOperationException ?? failure;
            if (!cause.Message.Contains(nameof(BinderOptions.ErrorOnUnknownConfiguration), StringComparison.Ordinal))
                ExceptionDispatchInfo.Throw(cause);
            throw new OptionsValidationException(section.Key, typeof(T), [$"{section.Key}: nothing there is called {cause.Message[(cause.Message.LastIndexOf(':') + 1)..].Trim()}; mend the name"]);
        }
    }

    // As the library's own, but that a fault is one line which names the setting as it is written.
    private sealed class Annotations<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            List<ValidationResult> faults = [];
            return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(faults.Select(Line));
        }

        private string Line(ValidationResult fault)
        {
            var message = fault.ErrorMessage!.TrimEnd('.');
            if (fault.MemberNames.FirstOrDefault() is not { } member || message.StartsWith($"{section}:", StringComparison.Ordinal))
                return message;
            return $"{section}:{member}: {message.Replace($"The field {member} ", "it ", StringComparison.Ordinal)}";
        }
    }
}
