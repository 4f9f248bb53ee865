namespace BriefingBot.Commands;

/// <summary>What answers in one run of a suite.</summary>
/// <param name="Model">As <c>--model</c> has it; null for the configured one.</param>
/// <param name="Varied">What the matrix varies and this configuration has; empty for a single run.</param>
internal sealed record EvalConfiguration(IndexSettings Index, string? Model, IReadOnlyDictionary<string, string> Varied)
{
    private static readonly string[] Dimensions = ["model", "index"];

    /// <summary>For file names.</summary>
    public string? Name => Varied.Count == 0 ? null : string.Join('-', Varied.Values.Select(value => string.Concat(value.Select(c => char.IsLetterOrDigit(c) ? c : '_'))));

    /// <summary>Every combination of <c>model=a,b,index=c,...</c>; the settings alone where there is no matrix.</summary>
    /// <exception cref="InputException">It names something that cannot be varied, or a value that this build has not.</exception>
    public static IReadOnlyList<EvalConfiguration> Matrix(string? matrix, IndexSettings settings, string? model)
    {
        List<EvalConfiguration> all = [new(settings, model, new Dictionary<string, string>(StringComparer.Ordinal))];
        foreach (var (dimension, values) in Parse(matrix))
        {
            all = [.. all.SelectMany(one => values.Select(value => one.With(dimension, value)))];
        }

        return all;
    }

    private EvalConfiguration With(string dimension, string value)
    {
        var varied = new Dictionary<string, string>(Varied, StringComparer.Ordinal) { [dimension] = value };
        return dimension == "model" ? this with { Model = value, Varied = varied } : this with { Index = Index with { Kind = IndexSettings.Known(value, "--matrix") }, Varied = varied };
    }

    // index=a,b,other=c: a part without a name is another value of the name before.
    private static Dictionary<string, List<string>> Parse(string? matrix)
    {
        Dictionary<string, List<string>> dimensions = new(StringComparer.Ordinal);
        List<string>? values = null;
        foreach (var part in (matrix ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pair = part.Split('=', 2);
            if (pair.Length == 2)
            {
                values = Dimensions.Contains(pair[0], StringComparer.Ordinal) ? dimensions[pair[0]] = []
                    : throw new InputException($"--matrix: {pair[0]} cannot be varied; choose of {string.Join(", ", Dimensions)}");
            }

            (values ?? throw new InputException($"--matrix {matrix}: write NAME=VALUE,VALUE with a name of {string.Join(", ", Dimensions)}")).Add(pair[^1]);
        }

        return dimensions;
    }
}
