using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Answers.Drafts;

/// <summary>Which model writes; from the configuration section <c>Model</c>.</summary>
public sealed record ModelOptions : IValidatableObject
{
    /// <summary>Answers in the articles' own words alone.</summary>
    public const string NoProvider = "none";

    /// <summary>A name of <see cref="ModelProviders"/>; none by default.</summary>
    [Required]
    public string Provider { get; init; } = NoProvider;

    /// <summary>The address of the API, such as <c>http://127.0.0.1:8080/v1</c>; the provider's own by default.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The model's name, or with Azure the deployment's.</summary>
    public string? Name { get; init; }

    /// <summary>Never logged or shown.</summary>
    public string? ApiKey { get; init; }

    /// <summary>An access token (Microsoft Entra ID) in place of a key. Never logged or shown.</summary>
    public string? Token { get; init; }

    public DraftOptions Draft { get; init; } = DraftOptions.Default;

    public bool IsNone => Provider.Equals(NoProvider, StringComparison.OrdinalIgnoreCase);

    /// <summary>As answers name it: provider:name.</summary>
    public string Label => $"{Provider.ToLowerInvariant()}:{Name}";

    // A record prints its properties: these are not to be printed.
    public override string ToString() => IsNone ? NoProvider : Label;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsNone)
        {
            yield break;
        }

        if (ModelProviders.Find(Provider) is not { } provider)
        {
            yield return new ValidationResult($"Model:Provider is unknown; use one of {string.Join(", ", ModelProviders.Names)} or {NoProvider}", [nameof(Provider)]);
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new ValidationResult("Model:Name is missing; name the model, or with Azure the deployment", [nameof(Name)]);
        }

        if (string.IsNullOrWhiteSpace(Endpoint) && provider.Endpoint is null)
        {
            yield return new ValidationResult($"Model:Endpoint is missing; {provider.Name} needs the address of your resource, such as {provider.Example}", [nameof(Endpoint)]);
        }

        if (!string.IsNullOrWhiteSpace(Endpoint) && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0))
        {
            yield return new ValidationResult("Model:Endpoint is no http or https address without a password in it; write one such as http://127.0.0.1:8080/v1", [nameof(Endpoint)]);
        }

        if (provider.NeedsKey && (provider.Endpoint is null || string.IsNullOrWhiteSpace(Endpoint)) && string.IsNullOrWhiteSpace(ApiKey) && string.IsNullOrWhiteSpace(Token))
        {
            yield return new ValidationResult($"Model:ApiKey is missing; {provider.Name} needs a key (BRIEFINGBOT_Model__ApiKey or user secrets)", [nameof(ApiKey)]);
        }

        var draft = new List<ValidationResult>();
        if (!Validator.TryValidateObject(Draft, new ValidationContext(Draft), draft, validateAllProperties: true))
        {
            yield return new ValidationResult($"Model:Draft: {draft[0].ErrorMessage}", [nameof(Draft)]);
        }
    }
}
