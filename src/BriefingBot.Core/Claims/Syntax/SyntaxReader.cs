using System.Runtime.InteropServices;

namespace BriefingBot.Claims;

/// <summary>Reads the syntax of English sentences, a word at a time, with learned weights. Thread-safe.</summary>
internal sealed class SyntaxReader(SyntaxModel model)
{
    public static SyntaxReader Shipped { get; } = new(SyntaxModel.Shipped);

    /// <param name="given">Tags of words that are known beforehand; null for none.</param>
    public SyntaxTree Read(IReadOnlyList<Word> words, IReadOnlyDictionary<int, string>? given = null)
    {
        TagFeatures features = new(words);
        var tags = TagsOf(features, words.Count, given);
        var state = new StepState(words.Count);
        StepFeatures steps = new(features, tags);
        Span<int> scores = stackalloc int[1 + (2 * model.Relations.Length)];
        while (!state.IsDone)
        {
            scores.Clear();
            model.OfSteps.Add(CollectionsMarshal.AsSpan(steps.Of(state)), scores);
            Do(state, Best(state, scores));
        }

        return new SyntaxTree(words, Array.ConvertAll(tags, tag => model.Tags[tag]),
            Array.ConvertAll(state.Heads, head => head == words.Count ? SyntaxTree.Root : head), Array.ConvertAll(state.Relations, relation => model.Relations[relation]));
    }

    /// <summary>The part of speech of each word, by number.</summary>
    public int[] TagsOf(TagFeatures features, int length, IReadOnlyDictionary<int, string>? given = null)
    {
        var tags = new int[length];
        Span<int> scores = stackalloc int[model.Tags.Length];
        for (var i = 0; i < length; i++)
        {
            if (given is not null && given.TryGetValue(i, out var known))
            {
                tags[i] = Array.IndexOf(model.Tags, known);
                continue;
            }

            scores.Clear();
            model.OfTags.Add(CollectionsMarshal.AsSpan(features.Of(i, tags)), scores);
            for (var tag = 1; tag < scores.Length; tag++)
            {
                tags[i] = scores[tag] > scores[tags[i]] ? tag : tags[i];
            }
        }

        return tags;
    }

    /// <summary>Does a step: 0 shifts, then come the arcs from the next word, then those from the word below.</summary>
    public void Do(StepState state, int step)
    {
        if (step == 0)
        {
            state.Shift();
        }
        else if (step <= model.Relations.Length)
        {
            state.TakeFromNext(step - 1);
        }
        else
        {
            state.TakeFromBelow(step - 1 - model.Relations.Length);
        }
    }

    private int Best(StepState state, ReadOnlySpan<int> scores)
    {
        var best = -1;
        var relations = model.Relations.Length;
        for (var step = 0; step < scores.Length; step++)
        {
            var may = step == 0 ? state.MayShift : step <= relations ? state.MayTakeFromNext : state.MayTakeFromBelow;
            best = may && (best < 0 || scores[step] > scores[best]) ? step : best;
        }

        return best;
    }
}
