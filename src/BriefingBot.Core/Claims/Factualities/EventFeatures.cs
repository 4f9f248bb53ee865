using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>What stands around a word that tells how firmly its event is committed to, as hashes. Part of the weights' format: a change here needs new training.</summary>
internal sealed class EventFeatures
{
    private const int MostLinkWords = 4;
    private const int Governors = 3;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = WordList.Lines("Claims.Data.event-words.tsv").Select(line => line.Split('\t'))
        .GroupBy(fields => fields[0]).ToFrozenDictionary(list => list.Key, list => list.SelectMany(fields => fields[1].Split(' ')).ToFrozenSet());

    private static readonly FrozenSet<string> Auxiliaries = Lists["auxiliary"];
    private static readonly FrozenSet<string> Functions = Lists["function"];

    private readonly IReadOnlyList<Word> _words;
    private readonly uint[] _hashes;
    private readonly uint[] _classes;
    private readonly List<Cue> _cues;
    private readonly Factuality[] _levels;
    private readonly List<uint> _found = [];

    /// <param name="words">Of one sentence.</param>
    public EventFeatures(IReadOnlyList<Word> words, WordClassTable classes)
    {
        _words = words;
        _hashes = [.. words.Select(word => FeatureHash.Of(word.Lower))];
        _classes = [.. _hashes.Select(hash => (uint)classes[hash])];
        _cues = FirmnessLevels.CuesOf(words);
        _levels = FirmnessLevels.Read(words);
    }

    /// <param name="at">The word.</param>
    /// <returns>Valid until the next call.</returns>
    public List<uint> Of(int at)
    {
        _found.Clear();
        AddWord(at);
        AddNeighbours(at);
        AddGovernors(at);
        AddClause(at);
        AddCues(at);
        return _found;
    }

    private uint Word(int at) => at < 0 ? 1 : at >= _words.Count ? 2 : _hashes[at];

    private uint Class(int at) => at < 0 || at >= _words.Count ? 0 : _classes[at];

    private uint Ending(int at, int letters) => at < 0 || at >= _words.Count ? 0 : FeatureHash.Of(_words[at].Lower.AsSpan()[^Math.Min(letters, _words[at].Lower.Length)..]);

    private void Add(uint template, uint a, uint b = 0, uint c = 0) => _found.Add(FeatureHash.Mix(template, a, b, c));

    private void AddWord(int at)
    {
        Add(0, 0);
        Add(1, Word(at));
        Add(2, FeatureHash.Of(Sayings.Stem(_words[at].Lower)));
        Add(3, Ending(at, 2));
        Add(4, Ending(at, 3));
        Add(5, Class(at));
        Add(6, _words[at].IsCapitalised ? 1u : 0, at == 0 ? 1u : 0);
        Add(7, (uint)_levels[at]);
        Add(8, (uint)_levels[at], Ending(at, 2));
        Add(9, (uint)_levels[at], Word(at - 1));
    }

    private void AddNeighbours(int at)
    {
        for (var i = -3; i <= 3; i++)
        {
            if (i != 0)
            {
                Add(10, (uint)(i + 3), Word(at + i));
                Add(11, (uint)(i + 3), Class(at + i));
            }
        }

        Add(13, Word(at - 2), Word(at - 1));
        Add(14, Word(at - 1), Word(at + 1));
        Add(15, Word(at + 1), Word(at + 2));
        Add(16, Word(at - 1), Class(at));
        Add(17, Class(at - 2), Word(at - 1), Class(at));
        Add(18, Word(at), Word(at + 1));
        Add(19, Word(at - 3), Word(at - 2), Word(at - 1));
    }

    /// <summary>The auxiliaries right before the word, then the content words that lead to it and the small words between.</summary>
    private void AddGovernors(int at)
    {
        var chain = 0u;
        var first = at;
        while (first > 0 && (Auxiliaries.Contains(_words[first - 1].Lower) || Negation.IsNegator(_words[first - 1].Lower) || _words[first - 1].Lower.EndsWith("ly", StringComparison.Ordinal)))
        {
            first--;
            chain = FeatureHash.Mix(chain, _hashes[first]);
            Add(20, _hashes[first]);
        }

        Add(21, chain);
        Add(22, chain, Ending(at, 2));
        var link = 0u;
        var links = 0;
        var governors = 0;
        for (var i = first - 1; i >= 0 && governors < Governors; i--)
        {
            if (Functions.Contains(_words[i].Lower) || _words[i].IsMark)
            {
                link = links++ < MostLinkWords ? FeatureHash.Mix(link, _hashes[i]) : link;
                continue;
            }

            Add(23, (uint)governors, _hashes[i]);
            Add(25, (uint)governors, _classes[i], link);
            governors++;
        }

        Add(27, link, chain);
        Add(28, Word(first - 1), chain);
        Add(29, chain, Word(at));
    }

    private void AddClause(int at)
    {
        var clause = Clauses.Around(_words, at, Clauses.Boundaries);
        Add(30, Word(clause.Start));
        Add(31, Word(clause.Start), Word(clause.Start + 1));
        Add(32, Class(clause.Start - 1), Word(clause.Start));
        Add(33, Word(clause.Start - 1), Word(clause.Start));
        Add(34, Word(0));
        Add(35, Word(_words.Count - 1));
    }

    private void AddCues(int at)
    {
        var span = _words[at].Span;
        foreach (var cue in _cues)
        {
            var side = cue.Span.Overlaps(span) ? 0u : cue.Span.Start < span.Start ? 1u : 2u;
            var level = (uint)cue.Level;
            var together = Clauses.AreTogether(_words, cue.Span, span) ? 1u : 0;
            Add(40, side, level, together);
            Add(41, side, (uint)cue.Commitment, together);
            Add(42, side, level, Ending(at, 2));
        }

        Add(43, (uint)_cues.Count);
    }
}
