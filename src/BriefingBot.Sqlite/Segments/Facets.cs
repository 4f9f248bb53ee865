using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Sqlite.Segments;

/// <summary>What an article can be filtered by beside its day: keys of <see cref="PassageFilter.KeyOf"/>, null where it has none.</summary>
internal readonly record struct Facets(string? Outlet, string? Language, string? Collection)
{
    public static Facets Of(Provenance provenance) => new(Key(provenance.Outlet), Key(provenance.Language), Key(provenance.Collection));

    private static string? Key(string? name) => name is null ? null : PassageFilter.KeyOf(name);
}
