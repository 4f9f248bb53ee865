using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims;

public sealed class LatticeTests
{
    private const int Length = 4;

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Marginals_are_the_sums_over_all_paths(int seed)
    {
        var (automaton, lattice, states) = Some(seed);
        var paths = Paths(automaton, lattice, states);
        var total = paths.Sum(path => path.Weight);

        lattice.Infer(states);

        for (var t = 0; t < Length; t++)
        {
            for (var label = 0; label < automaton.Labels; label++)
            {
                var expected = paths.Where(path => automaton.LabelOf[path.States[t]] == label).Sum(path => path.Weight) / total;
                Assert.Equal(expected, lattice.LabelMarginals[(t * automaton.Labels) + label], 6);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_best_path_is_the_heaviest_of_all(int seed)
    {
        var (automaton, lattice, states) = Some(seed);
        var heaviest = Paths(automaton, lattice, states).MaxBy(path => path.Weight).States;

        Assert.Equal(heaviest.Select(state => automaton.LabelOf[state]), lattice.Best(states));
    }

    [Fact]
    public void A_second_speaker_is_no_step()
    {
        var first = RoleLabels.Step(RoleLabels.Other, RoleLabels.Speaker);
        var between = RoleLabels.Step(first, RoleLabels.Content);

        Assert.Equal(first, RoleLabels.Step(first, RoleLabels.Speaker));
        Assert.Equal(-1, RoleLabels.Step(between, RoleLabels.Speaker));
    }

    private static (Automaton Automaton, Lattice Lattice, StateScores States) Some(int seed)
    {
        Random random = new(seed);
        var automaton = RoleLabels.Automaton;
        Lattice lattice = new(automaton);
        lattice.Reset(Length);
        Fill(random, lattice.LabelScores.AsSpan(0, Length * automaton.Labels));
        Fill(random, lattice.PairScores.AsSpan(0, Length * automaton.Labels * automaton.Labels));
        lattice.Allowed[2] = 0b1010;
        var weights = new float[3][];
        foreach (var (i, count) in new[] { automaton.Edges.Length, automaton.States, automaton.States }.Index())
        {
            Fill(random, weights[i] = new float[count]);
        }

        return (automaton, lattice, new StateScores(weights[0], weights[1], weights[2]));
    }

    private static void Fill(Random random, Span<float> values)
    {
        foreach (ref var value in values)
        {
            value = (random.NextSingle() * 4) - 2;
        }
    }

    private static List<(int[] States, double Weight)> Paths(Automaton automaton, Lattice lattice, StateScores states)
    {
        var labels = automaton.Labels;
        var paths = Enumerable.Range(0, automaton.States).Where(state => automaton.Initial[state] && IsAllowed(0, state))
            .Select(state => (States: new[] { state }, Score: (double)states.Initial[state] + lattice.LabelScores[automaton.LabelOf[state]]))
            .ToList();
        for (var t = 1; t < Length; t++)
        {
            paths = [.. paths.SelectMany(path => automaton.Edges.Index()
                .Where(edge => edge.Item.From == path.States[^1] && IsAllowed(t, edge.Item.To))
                .Select(edge => (
                    (int[])[.. path.States, edge.Item.To],
                    path.Score + states.Edges[edge.Index] + lattice.LabelScores[(t * labels) + automaton.LabelOf[edge.Item.To]]
                        + lattice.PairScores[(((t * labels) + automaton.LabelOf[edge.Item.From]) * labels) + automaton.LabelOf[edge.Item.To]])))];
        }

        return paths.ConvertAll(path => (path.States, Math.Exp(path.Score + states.Final[path.States[^1]])));

        bool IsAllowed(int t, int state) => (lattice.Allowed[t] >> automaton.LabelOf[state] & 1) != 0;
    }
}
