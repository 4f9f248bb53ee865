using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Channels.Widgets;

/// <summary>The section <c>Widget</c>.</summary>
public sealed class WidgetOptions : IValidatableObject
{
    public const string Section = "Widget";

    /// <summary>The sites whose pages may show the widget, each as a browser names it: <c>https://news.example</c>, with a port where it is not the usual one. None by default.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Origins.Where(origin => !IsOrigin(origin)).Select(origin => new ValidationResult($"Widget:Origins: \"{origin}\" is no origin; write it as https://news.example, without a path or a star"));

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.Ordinal);
}
