namespace BriefingBot.Claims;

/// <summary>
/// The scores of one chain and what follows from them: the best path and the probabilities of a linear-chain conditional
/// random field (Lafferty, McCallum and Pereira 2001). Reused from chain to chain; not for two threads at once.
/// </summary>
internal sealed class Lattice(Automaton automaton)
{
    private const int LeastRoomInTokens = 64;

    private readonly int states = automaton.States;
    private readonly int labels = automaton.Labels;
    private double[] alpha = [];
    private double[] beta = [];
    private double[] scale = [];
    private double[] expLabel = [];
    private double[] expPair = [];

    /// <summary>Score of each label at each token, token by token.</summary>
    public float[] LabelScores { get; private set; } = [];

    /// <summary>Score of each pair (label before, label) at each token; the first token's are not read.</summary>
    public float[] PairScores { get; private set; } = [];

    /// <summary>The labels that each token may have, as bits.</summary>
    public byte[] Allowed { get; private set; } = [];

    /// <summary>Probability of each label at each token.</summary>
    public double[] LabelMarginals { get; private set; } = [];

    /// <summary>Probability of each pair of labels at each token but the first; filled where the steps are counted.</summary>
    public double[] PairMarginals { get; private set; } = [];

    /// <summary>Expected number of times that each edge is taken; filled where the steps are counted.</summary>
    public double[] EdgeCounts { get; } = new double[automaton.Edges.Length];

    /// <summary>Probability of each state at the first and at the last token.</summary>
    public double[] InitialMarginals { get; } = new double[automaton.States];

    public double[] FinalMarginals { get; } = new double[automaton.States];

    public int Length { get; private set; }

    public int Labels => labels;

    public void Reset(int length)
    {
        Length = length;
        if (LabelScores.Length < length * labels)
        {
            var room = Math.Max(LeastRoomInTokens, 2 * length);
            LabelScores = new float[room * labels];
            PairScores = new float[room * labels * labels];
            LabelMarginals = new double[room * labels];
            PairMarginals = new double[room * labels * labels];
            Allowed = new byte[room];
            alpha = new double[room * states];
            beta = new double[room * states];
            scale = new double[room];
            expLabel = new double[room * labels];
            expPair = new double[room * labels * labels];
        }

        Array.Clear(LabelScores, 0, length * labels);
        Array.Clear(PairScores, 0, length * labels * labels);
        Array.Fill(Allowed, byte.MaxValue, 0, length);
    }

    /// <summary>Fills the marginals of labels and states. Linear in length times edges.</summary>
    public void Infer(StateScores scores)
    {
        Exponentiate();
        Forward(scores);
        Backward(scores);
        Collect();
    }

    /// <summary>Fills the marginals of pairs and edges, once the others are there.</summary>
    public void CountSteps(StateScores scores)
    {
        Array.Clear(PairMarginals, 0, Length * labels * labels);
        Array.Clear(EdgeCounts);
        for (var t = 1; t < Length; t++)
        {
            for (var e = 0; e < automaton.Edges.Length; e++)
            {
                var (from, to) = automaton.Edges[e];
                var final = t == Length - 1 ? scores.ExpFinal[to] : 1;
                var p = alpha[((t - 1) * states) + from] * Step(t, e, scores) * final * beta[(t * states) + to] / scale[t];
                EdgeCounts[e] += p;
                PairMarginals[(((t * labels) + automaton.LabelOf[from]) * labels) + automaton.LabelOf[to]] += p;
            }
        }
    }

    private void Exponentiate()
    {
        for (var t = 0; t < Length; t++)
        {
            for (var label = 0; label < labels; label++)
            {
                var at = (t * labels) + label;
                expLabel[at] = (Allowed[t] >> label & 1) == 0 ? 0 : Math.Exp(LabelScores[at]);
            }

            for (var pair = t * labels * labels; t > 0 && pair < (t + 1) * labels * labels; pair++)
            {
                expPair[pair] = Math.Exp(PairScores[pair]);
            }
        }
    }

    private void Forward(StateScores scores)
    {
        Array.Clear(alpha, 0, Length * states);
        for (var state = 0; state < states; state++)
        {
            alpha[state] = automaton.Initial[state] ? scores.ExpInitial[state] * expLabel[automaton.LabelOf[state]] : 0;
        }

        Normalise(0, scores);
        for (var t = 1; t < Length; t++)
        {
            var here = t * states;
            for (var e = 0; e < automaton.Edges.Length; e++)
            {
                var (from, to) = automaton.Edges[e];
                alpha[here + to] += alpha[here - states + from] * Step(t, e, scores);
            }

            Normalise(t, scores);
        }
    }

    private void Normalise(int t, StateScores scores)
    {
        var row = alpha.AsSpan(t * states, states);
        var sum = 0.0;
        for (var state = 0; state < states; state++)
        {
            row[state] *= t == Length - 1 ? scores.ExpFinal[state] : 1;
            sum += row[state];
        }

        scale[t] = sum;
        for (var state = 0; state < states; state++)
        {
            row[state] /= sum;
        }
    }

    private void Backward(StateScores scores)
    {
        Array.Clear(beta, 0, Length * states);
        Array.Fill(beta, 1, (Length - 1) * states, states);
        for (var t = Length - 1; t > 0; t--)
        {
            var here = t * states;
            for (var e = 0; e < automaton.Edges.Length; e++)
            {
                var (from, to) = automaton.Edges[e];
                var final = t == Length - 1 ? scores.ExpFinal[to] : 1;
                beta[here - states + from] += beta[here + to] * final * Step(t, e, scores) / scale[t];
            }
        }
    }

    private double Step(int t, int edge, StateScores scores)
    {
        var (from, to) = automaton.Edges[edge];
        var label = automaton.LabelOf[to];
        return scores.ExpEdges[edge] * expLabel[(t * labels) + label] * expPair[(((t * labels) + automaton.LabelOf[from]) * labels) + label];
    }

    private void Collect()
    {
        Array.Clear(LabelMarginals, 0, Length * labels);
        for (var t = 0; t < Length; t++)
        {
            for (var state = 0; state < states; state++)
            {
                LabelMarginals[(t * labels) + automaton.LabelOf[state]] += alpha[(t * states) + state] * beta[(t * states) + state];
            }
        }

        for (var state = 0; state < states; state++)
        {
            InitialMarginals[state] = alpha[state] * beta[state];
            FinalMarginals[state] = alpha[((Length - 1) * states) + state];
        }
    }

    /// <summary>The labels of the most probable path.</summary>
    public int[] Best(StateScores scores)
    {
        var score = new double[states];
        var next = new double[states];
        var back = new int[Length * states];
        for (var state = 0; state < states; state++)
        {
            score[state] = automaton.Initial[state] && IsAllowed(0, state) ? scores.Initial[state] + LabelScores[automaton.LabelOf[state]] : double.NegativeInfinity;
        }

        for (var t = 1; t < Length; t++)
        {
            Array.Fill(next, double.NegativeInfinity);
            for (var e = 0; e < automaton.Edges.Length; e++)
            {
                var (from, to) = automaton.Edges[e];
                var label = automaton.LabelOf[to];
                var value = score[from] + scores.Edges[e] + LabelScores[(t * labels) + label]
                    + PairScores[(((t * labels) + automaton.LabelOf[from]) * labels) + label];
                if (value > next[to] && IsAllowed(t, to))
                {
                    next[to] = value;
                    back[(t * states) + to] = from;
                }
            }

            (score, next) = (next, score);
        }

        return Trace(score, back, scores);
    }

    private bool IsAllowed(int t, int state) => (Allowed[t] >> automaton.LabelOf[state] & 1) != 0;

    private int[] Trace(double[] score, int[] back, StateScores scores)
    {
        var best = 0;
        for (var state = 1; state < states; state++)
        {
            best = score[state] + scores.Final[state] > score[best] + scores.Final[best] ? state : best;
        }

        var path = new int[Length];
        for (var t = Length - 1; t >= 0; t--)
        {
            path[t] = automaton.LabelOf[best];
            best = back[(t * states) + best];
        }

        return path;
    }
}
