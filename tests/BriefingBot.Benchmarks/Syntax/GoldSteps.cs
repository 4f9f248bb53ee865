using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Syntax;

/// <summary>The steps after which the fewest arcs of the treebank are out of reach.</summary>
/// <param name="heads">The sentence's length for the root.</param>
internal sealed class GoldSteps(int[] heads, int[] relations, int relationCount)
{
    public static bool May(StepState state, int step, int relationCount) =>
        step == 0 ? state.MayShift : step <= relationCount ? state.MayTakeFromNext : state.MayTakeFromBelow;

    public void Mark(StepState state, bool[] isRight)
    {
        Array.Clear(isRight);
        var shift = state.MayShift ? ShiftCost(state) : int.MaxValue;
        var fromNext = state.MayTakeFromNext ? TakeCost(state, state.Next) : int.MaxValue;
        var fromBelow = state.MayTakeFromBelow ? TakeCost(state, state.Top(1)) : int.MaxValue;
        var least = Math.Min(shift, Math.Min(fromNext, fromBelow));
        isRight[0] = shift == least;
        if (fromNext == least)
            MarkArcs(isRight, 1, state.Top(), state.Next);
        if (fromBelow == least)
            MarkArcs(isRight, 1 + relationCount, state.Top(), state.Top(1));
    }

    // Of an arc that the treebank has, its relation alone is right.
    private void MarkArcs(bool[] isRight, int first, int word, int head)
    {
        for (var relation = 0; relation < relationCount; relation++)
            isRight[first + relation] = heads[word] != head || relations[word] == relation;
    }

    private int ShiftCost(StepState state)
    {
        var cost = 0;
        for (var below = 0; below < state.Depth; below++)
            cost += (heads[state.Top(below)] == state.Next ? 1 : 0) + (below > 0 && heads[state.Next] == state.Top(below) ? 1 : 0);
        return cost;
    }

    private int TakeCost(StepState state, int head)
    {
        var word = state.Top();
        // Its head may be the word below it, the next one, or one to come.
        var isLost = heads[word] != head && (heads[word] >= state.Next || heads[word] == state.Top(1));
        var cost = isLost ? 1 : 0;
        for (var next = state.Next; next < heads.Length; next++)
            cost += heads[next] == word ? 1 : 0;
        return cost;
    }
}
