namespace BriefingBot.Claims;

/// <summary>Which states may follow which, and the label of each.</summary>
/// <param name="Labels">How many labels; states carry 0 to Labels - 1.</param>
/// <param name="LabelOf">The label of each state.</param>
/// <param name="Initial">Whether a chain may begin in each state.</param>
/// <param name="Edges">Allowed steps.</param>
internal sealed record Automaton(int Labels, int[] LabelOf, bool[] Initial, (int From, int To)[] Edges)
{
    public int States => LabelOf.Length;
}
