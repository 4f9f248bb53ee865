namespace BriefingBot.Claims;

/// <summary>
/// Decides which candidates stand: a network with one hidden layer over what both passes say of a candidate and of the
/// more probable ones around it.
/// </summary>
/// <param name="hidden">For each hidden unit the weights of the facts, its bias last.</param>
/// <param name="output">The weight of each hidden unit, the bias last.</param>
internal sealed class Judge(float[] hidden, float[] output)
{
    public const int Facts = CandidateFacts.Count;

    public static Judge Read(BinaryReader reader)
    {
        var units = reader.ReadInt32();
        return new Judge(Floats.Read(reader, units * (Facts + 1)), Floats.Read(reader, units + 1));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(output.Length - 1);
        Floats.Write(writer, hidden);
        Floats.Write(writer, output);
    }

    /// <summary>Probability that the candidate is an attribution.</summary>
    public double Probability(ReadOnlySpan<float> facts)
    {
        var sum = output[^1];
        for (var unit = 0; unit < output.Length - 1; unit++)
        {
            sum += output[unit] * Activation(hidden.AsSpan(unit * (Facts + 1), Facts + 1), facts);
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Of one hidden unit; its bias stands last.</summary>
    public static float Activation(ReadOnlySpan<float> weights, ReadOnlySpan<float> facts)
    {
        var sum = weights[Facts];
        for (var i = 0; i < Facts; i++)
        {
            sum += weights[i] * facts[i];
        }

        return MathF.Tanh(sum);
    }
}
