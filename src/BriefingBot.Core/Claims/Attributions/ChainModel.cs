namespace BriefingBot.Claims;

/// <summary>What was learned for one pass. Immutable, so any number of threads may read it.</summary>
/// <param name="automaton">The states.</param>
/// <param name="labels">One weight a label.</param>
/// <param name="pairs">One weight a pair of labels.</param>
/// <param name="states">The weights of the states.</param>
internal sealed class ChainModel(Automaton automaton, WeightTable labels, WeightTable pairs, StateScores states)
{
    public StateScores States => states;

    public void Score(Chain chain, Lattice lattice)
    {
        FeatureList features = new();
        FeatureList steps = new();
        lattice.Reset(chain.Length);
        for (var t = 0; t < chain.Length; t++)
        {
            features.Clear();
            steps.Clear();
            lattice.Allowed[t] = chain.Allowed(t);
            chain.Describe(t, features, steps);
            labels.Score(features.Items, lattice.LabelScores.AsSpan(t * automaton.Labels));
            pairs.Score(steps.Items, lattice.PairScores.AsSpan(t * automaton.Labels * automaton.Labels));
        }
    }

    public static ChainModel Read(BinaryReader reader, Automaton automaton) =>
        new(automaton, WeightTable.Read(reader, automaton.Labels), WeightTable.Read(reader, automaton.Labels * automaton.Labels), StateScores.Read(reader, automaton));

    public void Write(BinaryWriter writer)
    {
        labels.Write(writer);
        pairs.Write(writer);
        states.Write(writer);
    }
}
