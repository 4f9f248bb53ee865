using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Traces;
using BriefingBot.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Access;

/// <summary>What the rules come to for a caller.</summary>
public sealed class AccessRules(IOptions<AccessOptions> options)
{
    private readonly IReadOnlyList<AccessRule> _rules = [.. options.Value.Rules];

    /// <summary>What a caller wants to read, as far as it may.</summary>
    /// <param name="caller">As its door has verified it.</param>
    /// <param name="wanted">Null for everything.</param>
    /// <returns>Null for everything.</returns>
    /// <exception cref="AccessException">There are rules, and none for this caller.</exception>
    public PassageFilter? Narrow(Caller caller, PassageFilter? wanted)
    {
        if (CollectionsOf(caller) is not { } readable)
            return wanted;
        if (readable.Count == 0)
        {
            RefusalMeter.Count("access");
            throw new AccessException();
        }

        // Of collections that are not readable no article is, as if they were not there: that they are is nobody's business either.
        return (wanted ?? new PassageFilter()) with { Collections = wanted?.Collections is { } some ? [.. some.Where(name => PassageFilter.Admits(readable, name))] : readable };
    }

    /// <summary>The names of what a caller may read, in order; null for every article.</summary>
    public IReadOnlyList<string>? CollectionsOf(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (_rules.Count == 0)
            return null;

        List<string> names = [.. _rules.Where(rule => IsOf(rule.Who, caller)).SelectMany(rule => rule.Read)];
        return names.Contains(AccessRule.All) ? null : [.. names.Select(PassageFilter.KeyOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static bool IsOf(string who, Caller caller) =>
        who == AccessRule.All
        || who.Equals($"door:{caller.Door}", StringComparison.OrdinalIgnoreCase)
        || caller.Memberships.Contains(who, StringComparer.OrdinalIgnoreCase);
}
