using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Channels.Access;

/// <summary>The section <c>Access</c>: who may read which collections. Without a rule everybody reads everything; with one, who has none reads nothing.</summary>
public sealed class AccessOptions : IValidatableObject
{
    public const string Section = "Access";

    /// <summary>What they allow adds up.</summary>
    public IList<AccessRule> Rules { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Rules.Index().Where(rule => rule.Item.Fault is not null).Select(rule => new ValidationResult($"{Section}:{nameof(Rules)}:{rule.Index}:{rule.Item.Fault}"));
}

/// <summary>Who may read what.</summary>
public sealed record AccessRule
{
    /// <summary>In place of a membership: anybody. In place of a collection: every article, those of no collection too.</summary>
    public const string All = "*";

    private static readonly string[] Kinds = ["tenant", "team", "channel", "workspace", "key", "door"];

    /// <summary>A membership as in <see cref="Bots.Caller"/>, <c>door:NAME</c>, or <see cref="All"/>.</summary>
    public string Who { get; init; } = "";

    /// <summary>Names of collections, or <see cref="All"/>.</summary>
    public IReadOnlyList<string> Read { get; init; } = [];

    /// <summary>What is wrong with it, in one line; null for nothing.</summary>
    internal string? Fault =>
        !IsKnown ? $"Who: \"{Who}\" names nobody; write one of {string.Join(", ", Kinds.Select(kind => $"{kind}:..."))}, or {All} for anybody"
        : Read.Count == 0 || Read.Any(string.IsNullOrWhiteSpace) ? $"Read: it names no collection; name one or more, or {All} for every article"
        : null;

    private bool IsKnown => Who == All || (Who.Split(':', 2) is [var kind, { Length: > 0 }] && Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase));
}
