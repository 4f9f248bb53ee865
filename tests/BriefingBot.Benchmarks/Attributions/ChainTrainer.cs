using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Attributions;

/// <summary>A chain with its right labels.</summary>
internal sealed record TrainingChain(Chain Chain, int[] States, float Weight);

/// <summary>Settings of one pass's training.</summary>
/// <param name="LabelBits">Two to this power slots for label weights.</param>
/// <param name="PairBits">Two to this power slots for pair weights.</param>
/// <param name="Epochs">Passes over the data.</param>
/// <param name="Rate">AdaGrad's first rate; it falls to a tenth.</param>
/// <param name="Dropout">Share of features left out at each token.</param>
/// <param name="WeightUnit">Weights are rounded to multiples of it.</param>
internal sealed record TrainingOptions(int LabelBits, int PairBits, int Epochs, float Rate, float Dropout, float WeightUnit);

/// <summary>
/// Fits a conditional random field by stochastic gradient descent with AdaGrad and feature dropout. One thread and a fixed
/// seed, so the same data gives the same weights.
/// </summary>
internal sealed class ChainTrainer
{
    private const float Tiny = 1e-2f;

    // What is seen once teaches nothing that holds elsewhere and takes a slot from what does.
    private const int FewestSeen = 2;
    private const int SeenShift = 6;
    private readonly Automaton automaton;
    private readonly TrainingOptions options;
    private readonly Random random;
    private readonly Lattice lattice;
    private readonly byte[] seen = new byte[1 << (32 - SeenShift)];
    private readonly float[] labelWeights;
    private readonly float[] labelSquares;
    private readonly float[] pairWeights;
    private readonly float[] pairSquares;
    private readonly float[] labelSum;
    private readonly float[] pairSum;

    private readonly StateScores states;
    private readonly float[] edgeSquares;
    private readonly float[] initialSquares;
    private readonly float[] finalSquares;
    private readonly int[] edgeOf;
    private readonly List<uint[]> kept = [];
    private readonly List<uint[]> keptSteps = [];

    public ChainTrainer(Automaton automaton, TrainingOptions options)
    {
        this.automaton = automaton;
        this.options = options;
        random = new Random(1);
        lattice = new Lattice(automaton);
        labelWeights = new float[automaton.Labels << options.LabelBits];
        labelSquares = new float[labelWeights.Length];
        pairWeights = new float[(automaton.Labels * automaton.Labels) << options.PairBits];
        pairSquares = new float[pairWeights.Length];
        labelSum = new float[labelWeights.Length];
        pairSum = new float[pairWeights.Length];
        states = new StateScores(new float[automaton.Edges.Length], new float[automaton.States], new float[automaton.States]);
        edgeSquares = new float[automaton.Edges.Length];
        initialSquares = new float[automaton.States];
        finalSquares = new float[automaton.States];
        edgeOf = new int[automaton.States * automaton.States];
        for (var e = 0; e < automaton.Edges.Length; e++)
        {
            edgeOf[(automaton.Edges[e].From * automaton.States) + automaton.Edges[e].To] = e;
        }
    }

    /// <summary>The weights averaged over the ends of all epochs but the first third, cut to one byte each.</summary>
    public ChainModel Train(IReadOnlyList<TrainingChain> chains)
    {
        Count(chains);
        var order = Enumerable.Range(0, chains.Count).ToArray();
        var averaged = 0;
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = options.Rate * (1 - (0.9f * epoch / options.Epochs));
            foreach (var i in order)
            {
                Step(chains[i], rate * chains[i].Weight);
            }

            if (epoch >= options.Epochs / 3)
            {
                averaged++;
                Add(labelWeights, labelSum);
                Add(pairWeights, pairSum);
            }
        }

        var unit = options.WeightUnit;
        var labels = new WeightTable(Quantise(labelSum, unit * averaged), automaton.Labels, unit);
        var pairs = new WeightTable(Quantise(pairSum, unit * averaged), automaton.Labels * automaton.Labels, unit);
        return new ChainModel(automaton, labels, pairs, states);
    }

    private void Count(IReadOnlyList<TrainingChain> chains)
    {
        FeatureList features = new();
        foreach (var chain in chains.Select(chain => chain.Chain))
        {
            for (var t = 0; t < chain.Length; t++)
            {
                features.Clear();
                chain.Describe(t, features, features);
                foreach (var feature in features.Items)
                {
                    ref var count = ref seen[feature >> SeenShift];
                    count += count < byte.MaxValue ? (byte)1 : (byte)0;
                }
            }
        }
    }

    private static void Add(float[] weights, float[] sums)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            sums[i] += weights[i];
        }
    }

    private static sbyte[] Quantise(float[] weights, float unit) =>
        Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(MathF.Round(weight / unit), -127, 127));

    private void Step(TrainingChain example, float rate)
    {
        Score(example.Chain);
        lattice.Infer(states);
        lattice.CountSteps(states);
        var labels = automaton.Labels;
        for (var t = 0; t < example.States.Length; t++)
        {
            var gold = automaton.LabelOf[example.States[t]];
            UpdateLabels(kept[t], t, gold, rate);
            if (t > 0)
            {
                UpdatePairs(keptSteps[t], t, (automaton.LabelOf[example.States[t - 1]] * labels) + gold, rate);
                lattice.EdgeCounts[edgeOf[(example.States[t - 1] * automaton.States) + example.States[t]]]--;
            }
        }

        UpdateStates(example.States, rate);
    }

    private void Score(Chain chain)
    {
        var labels = automaton.Labels;
        FeatureList features = new();
        FeatureList steps = new();
        lattice.Reset(chain.Length);
        kept.Clear();
        keptSteps.Clear();
        for (var t = 0; t < chain.Length; t++)
        {
            features.Clear();
            steps.Clear();
            lattice.Allowed[t] = chain.Allowed(t);
            chain.Describe(t, features, steps);
            kept.Add(Keep(features, (1u << options.LabelBits) - 1));
            keptSteps.Add(Keep(steps, (1u << options.PairBits) - 1));
            Sum(kept[t], labelWeights, lattice.LabelScores.AsSpan(t * labels, labels));
            Sum(keptSteps[t], pairWeights, lattice.PairScores.AsSpan(t * labels * labels, labels * labels));
        }
    }

    private uint[] Keep(FeatureList features, uint mask)
    {
        var slots = new uint[features.Count];
        var count = 0;
        foreach (var feature in features.Items)
        {
            if (seen[feature >> SeenShift] >= FewestSeen && random.NextSingle() >= options.Dropout)
            {
                slots[count++] = feature & mask;
            }
        }

        Array.Resize(ref slots, count);
        return slots;
    }

    private void Sum(uint[] slots, float[] weights, Span<float> scores)
    {
        foreach (var slot in slots)
        {
            var row = weights.AsSpan((int)slot * scores.Length, scores.Length);
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += row[i];
            }
        }

        // What is kept stands for what is dropped, so that scores are as large as without dropout.
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= 1 - options.Dropout;
        }
    }

    private void UpdateLabels(uint[] slots, int t, int gold, float rate)
    {
        var labels = automaton.Labels;
        for (var label = 0; label < labels; label++)
        {
            var gradient = (float)lattice.LabelMarginals[(t * labels) + label] - (label == gold ? 1 : 0);
            if (MathF.Abs(gradient) > 1e-4f)
            {
                foreach (var slot in slots)
                {
                    Update(ref labelWeights[(slot * labels) + label], ref labelSquares[(slot * labels) + label], gradient, rate);
                }
            }
        }
    }

    private void UpdatePairs(uint[] slots, int t, int gold, float rate)
    {
        var pairs = automaton.Labels * automaton.Labels;
        for (var pair = 0; pair < pairs; pair++)
        {
            var gradient = (float)lattice.PairMarginals[(t * pairs) + pair] - (pair == gold ? 1 : 0);
            if (MathF.Abs(gradient) > 1e-4f)
            {
                foreach (var slot in slots)
                {
                    Update(ref pairWeights[(slot * pairs) + pair], ref pairSquares[(slot * pairs) + pair], gradient, rate);
                }
            }
        }
    }

    private void UpdateStates(int[] path, float rate)
    {
        lattice.InitialMarginals[path[0]]--;
        lattice.FinalMarginals[path[^1]]--;
        for (var e = 0; e < automaton.Edges.Length; e++)
        {
            Update(ref states.Edges[e], ref edgeSquares[e], (float)lattice.EdgeCounts[e], rate);
        }

        for (var state = 0; state < automaton.States; state++)
        {
            Update(ref states.Initial[state], ref initialSquares[state], (float)lattice.InitialMarginals[state], rate);
            Update(ref states.Final[state], ref finalSquares[state], (float)lattice.FinalMarginals[state], rate);
        }

        states.Refresh();
    }

    private static void Update(ref float weight, ref float squares, float gradient, float rate)
    {
        squares += gradient * gradient;
        weight -= rate * gradient / MathF.Sqrt(squares + Tiny);
    }
}
