using System.Collections.Frozen;
using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Other names of places, bodies, people and numbers, from Data/aliases.tsv.</summary>
internal static class Aliases
{
    // Shorter ones in capitals are words otherwise: US, IT, PA.
    private const int LongestCaseSensitiveAlias = 3;

    private static readonly FrozenDictionary<string, Reading[]> ReadingsByKey;
    private static readonly FrozenDictionary<string, NameForm[]> FormsByCanonical;

    static Aliases()
    {
        var rows = WordList.Lines("Retrieval.Data.aliases.tsv").Select(line => line.Split('\t'))
            .Select(fields => new Row(fields[0], fields[1], fields[2], double.Parse(fields[3], CultureInfo.InvariantCulture))).ToList();
        var canonicals = rows.DistinctBy(row => row.Canonical).Select(row => row with { Alias = row.Canonical, Weight = 1 }).ToList();
        List<Row> all = [.. canonicals, .. rows];
        LongestAliasInWords = all.Max(row => Terms(row.Alias).Count);
        ReadingsByKey = all.GroupBy(row => Key(Terms(row.Alias).Select(token => token.Term)))
            .ToFrozenDictionary(group => group.Key, group => group
                .Select(row => new Reading(row.Canonical, row.Kind, row.Weight, NeedsCapitals(row.Alias)))
                .DistinctBy(reading => reading.Canonical).OrderByDescending(reading => reading.Weight).ToArray());
        FormsByCanonical = all.GroupBy(row => row.Canonical)
            .ToFrozenDictionary(group => group.Key, group => group
                .Select(row => new NameForm([.. Terms(row.Alias).Where(token => !token.IsStopWord).Select(token => token.Term)], row.Weight))
                .Where(form => form.Terms.Count > 0).ToArray());
    }

    private sealed record Row(string Canonical, string Alias, string Kind, double Weight);

    /// <summary>What an alias may mean.</summary>
    /// <param name="Canonical">The name it stands for.</param>
    /// <param name="Kind">place, demonym, org, person, abbreviation or number.</param>
    /// <param name="Weight">0 to 1: how surely.</param>
    /// <param name="NeedsCapitals">Whether it is an alias only where all its letters are capitals.</param>
    public readonly record struct Reading(string Canonical, string Kind, double Weight, bool NeedsCapitals);

    public static int LongestAliasInWords { get; }

    /// <summary>What a sequence of terms, stop words among them, may mean; surest first.</summary>
    public static IReadOnlyList<Reading> Read(IEnumerable<string> terms) => ReadingsByKey.GetValueOrDefault(Key(terms)) ?? [];

    /// <summary>All ways to write a canonical name, itself first.</summary>
    public static IReadOnlyList<NameForm> Forms(string canonical) => FormsByCanonical.GetValueOrDefault(canonical) ?? [];

    private static string Key(IEnumerable<string> terms) => string.Join(' ', terms);

    private static bool NeedsCapitals(string alias) => alias.Length <= LongestCaseSensitiveAlias && alias.All(char.IsUpper);

    private static List<Token> Terms(string name)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(name, new TextSpan(0, name.Length), tokens);
        return tokens;
    }
}
