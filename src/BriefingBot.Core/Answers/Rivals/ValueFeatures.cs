using System.Collections.Frozen;
using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Answers;

/// <summary>What tells how likely a value is the one that its article gives for what is asked.</summary>
internal static class ValueFeatures
{
    /// <summary>In the order of the values.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "any", "name", "own-name", "before-name", "own-asked", "before-asked", "name-left", "name-right", "asked-left", "asked-right", "cue-left", "cue-right",
        "lead", "first", "parenthesis", "after-by", "after-in", "after-is", "full", "birth", "death", "end-of-life", "repeats", "candidates", "capital", "money", "like-year", "share",
        "rate", "in-sentence", "capitals", "words", "page", "whole-name", "known", "second-half", "prose", "full-stop",
    ];

    private static readonly FrozenDictionary<string, double[]> Rows = WordList.Lines("Answers.Data.values.tsv").Select(line => line.Split('\t'))
        .ToFrozenDictionary(fields => fields[0], fields => fields.Skip(1).Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray());

    private static readonly double[][] Weights = [.. Enum.GetValues<ValueKind>().Select(kind => Names.Select(name => Rows[name][(int)kind]).ToArray())];

    /// <summary>Of Data/values.tsv, in the same order.</summary>
    public static double[] Of(ValueKind kind) => Weights[(int)kind];
}
