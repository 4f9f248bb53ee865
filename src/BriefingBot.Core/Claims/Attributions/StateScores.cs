namespace BriefingBot.Claims;

/// <summary>The weights that hang on states alone, and their exponentials.</summary>
internal sealed class StateScores(float[] edges, float[] initial, float[] final)
{
    public float[] Edges { get; } = edges;

    public float[] Initial { get; } = initial;

    public float[] Final { get; } = final;

    public double[] ExpEdges { get; } = Exp(edges);

    public double[] ExpInitial { get; } = Exp(initial);

    public double[] ExpFinal { get; } = Exp(final);

    /// <summary>To be called when the weights have changed.</summary>
    public void Refresh()
    {
        Exp(Edges).CopyTo(ExpEdges, 0);
        Exp(Initial).CopyTo(ExpInitial, 0);
        Exp(Final).CopyTo(ExpFinal, 0);
    }

    public static StateScores Read(BinaryReader reader, Automaton automaton) =>
        new(Floats.Read(reader, automaton.Edges.Length), Floats.Read(reader, automaton.States), Floats.Read(reader, automaton.States));

    public void Write(BinaryWriter writer)
    {
        Floats.Write(writer, Edges);
        Floats.Write(writer, Initial);
        Floats.Write(writer, Final);
    }

    private static double[] Exp(float[] scores) => Array.ConvertAll(scores, score => Math.Exp(score));
}
