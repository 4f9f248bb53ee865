using System.Runtime.InteropServices;

namespace BriefingBot.Claims;

/// <summary>Quantised weights of one pass. Immutable, so any number of threads may read it.</summary>
internal sealed class ChainModel
{
    private readonly sbyte[] labelWeights;
    private readonly sbyte[] pairWeights;
    private readonly float labelUnit;
    private readonly float pairUnit;
    private readonly uint labelMask;
    private readonly uint pairMask;

    /// <param name="automaton">The states.</param>
    /// <param name="labelWeights">One weight a label for each slot; the number of slots is a power of two.</param>
    /// <param name="labelUnit">What one step of a label weight is worth.</param>
    /// <param name="pairWeights">One weight a pair of labels for each slot; the number of slots is a power of two.</param>
    /// <param name="pairUnit">What one step of a pair weight is worth.</param>
    /// <param name="states">The weights of the states.</param>
    public ChainModel(Automaton automaton, sbyte[] labelWeights, float labelUnit, sbyte[] pairWeights, float pairUnit, StateScores states)
    {
        Automaton = automaton;
        States = states;
        this.labelWeights = labelWeights;
        this.labelUnit = labelUnit;
        this.pairWeights = pairWeights;
        this.pairUnit = pairUnit;
        labelMask = (uint)(labelWeights.Length / automaton.Labels) - 1;
        pairMask = (uint)(pairWeights.Length / automaton.Labels / automaton.Labels) - 1;
    }

    public Automaton Automaton { get; }

    public StateScores States { get; }

    public void Score(Chain chain, Lattice lattice)
    {
        var labels = Automaton.Labels;
        FeatureList features = new();
        FeatureList steps = new();
        Span<int> sums = stackalloc int[labels * labels];
        lattice.Reset(chain.Length);
        for (var t = 0; t < chain.Length; t++)
        {
            features.Clear();
            steps.Clear();
            lattice.Allowed[t] = chain.Allowed(t);
            chain.Describe(t, features, steps);
            Sum(features, labelWeights, labelMask, sums[..labels]);
            Scale(sums[..labels], labelUnit, lattice.LabelScores.AsSpan(t * labels));
            Sum(steps, pairWeights, pairMask, sums);
            Scale(sums, pairUnit, lattice.PairScores.AsSpan(t * labels * labels));
        }
    }

    public static ChainModel Read(BinaryReader reader, Automaton automaton)
    {
        var (labelWeights, labelUnit) = ReadWeights(reader);
        var (pairWeights, pairUnit) = ReadWeights(reader);
        return new ChainModel(automaton, labelWeights, labelUnit, pairWeights, pairUnit, StateScores.Read(reader, automaton));
    }

    public void Write(BinaryWriter writer)
    {
        WriteWeights(writer, labelWeights, labelUnit);
        WriteWeights(writer, pairWeights, pairUnit);
        States.Write(writer);
    }

    private static (sbyte[] Weights, float Unit) ReadWeights(BinaryReader reader)
    {
        var unit = reader.ReadSingle();
        var weights = new sbyte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return (weights, unit);
    }

    private static void WriteWeights(BinaryWriter writer, sbyte[] weights, float unit)
    {
        writer.Write(unit);
        writer.Write(weights.Length);
        writer.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    private static void Sum(FeatureList features, sbyte[] weights, uint mask, Span<int> sums)
    {
        sums.Clear();
        foreach (var feature in features.Items)
        {
            var row = weights.AsSpan((int)(feature & mask) * sums.Length, sums.Length);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += row[i];
            }
        }
    }

    private static void Scale(Span<int> sums, float unit, Span<float> scores)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            scores[i] = sums[i] * unit;
        }
    }
}
