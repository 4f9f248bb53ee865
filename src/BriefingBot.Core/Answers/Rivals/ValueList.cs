using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>The values of one kind that Data/value-lists.tsv names: sports, professions.</summary>
internal sealed class ValueList
{
    private static readonly FrozenDictionary<string, ValueList> ByNoun = WordList.Lines("Answers.Data.value-lists.tsv").Select(line => line.Split('\t'))
        .Select(fields => (Nouns: fields[0].Split(' '), List: new ValueList(fields[1])))
        .SelectMany(row => row.Nouns.Select(noun => (noun, row.List))).ToFrozenDictionary(pair => pair.noun, pair => pair.List);

    private readonly FrozenDictionary<string, string[][]> _byFirst;
    private readonly FrozenDictionary<string, string[]> _names;

    private ValueList(string values)
    {
        var ways = values.Split(", ").Select(value => value.Split('/')).SelectMany(all => all.Select(way => (Way: way, Name: all[0]))).DistinctBy(pair => pair.Way).ToList();
        _names = ways.ToFrozenDictionary(pair => pair.Way, pair => pair.Name.Split(' '));
        _byFirst = ways.Select(pair => pair.Way.Split(' ')).GroupBy(way => way[0]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(way => way.Length).ToArray());
    }

    /// <returns>Null if no list is named so.</returns>
    public static ValueList? For(string noun) => ByNoun.GetValueOrDefault(noun);

    /// <summary>The longest value that stands at this word.</summary>
    /// <returns>How many words it takes, 0 for none, and its name's words.</returns>
    public (int Length, IReadOnlyList<string> Name) At(List<Word> words, int i)
    {
        foreach (var first in Forms(words[i].Lower))
        {
            foreach (var way in _byFirst.GetValueOrDefault(first) ?? [])
            {
                if (way.Skip(1).Index().All(part => i + 1 + part.Index < words.Count && Forms(words[i + 1 + part.Index].Lower).Contains(part.Item)))
                {
                    return (way.Length, _names[string.Join(' ', way)]);
                }
            }
        }

        return (0, []);
    }

    // "footballers", "Telugu-language".
    private static IEnumerable<string> Forms(string lower)
    {
        yield return lower;
        if (lower.Length > 3 && lower[^1] == 's')
        {
            yield return lower[..^1];
        }

        if (lower.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash)
        {
            yield return lower[..dash];
        }
    }
}
