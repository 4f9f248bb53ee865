using System.CommandLine;
using System.Globalization;
using BriefingBot.Evaluation;

namespace BriefingBot.Commands;

/// <summary>The options of <c>eval</c>.</summary>
internal sealed class EvalOptions
{
    private readonly Option<string[]> _thresholds = new("--threshold") { Description = "Fail unless the measure reaches the value, e.g. statusAccuracy=0.9; may be given several times.", HelpName = "MEASURE=VALUE" };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "A report of --json: show each case that got better or worse.", HelpName = "FILE" };
    private readonly Option<string?> _matrix = new("--matrix") { Description = "Run several configurations, e.g. index=sqlite,lucene.", HelpName = "NAME=VALUE,..." };
    private readonly Option<int> _parallel = new("--parallel") { Description = "How many cases at once.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };

    public EvalOptions() => _parallel.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1)
        {
            result.AddError("--parallel takes a number from 1.");
        }
    });

    public CorpusOptions Corpus { get; } = new();

    public ReportFiles Files { get; } = new();

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_thresholds, _baseline, _matrix, _parallel])
        {
            command.Add(option);
        }

        Files.AddTo(command);
        Corpus.AddTo(command);
    }

    public int Parallel(ParseResult parsed) => parsed.GetValue(_parallel);

    /// <summary>Null where none is asked.</summary>
    /// <exception cref="SuiteException">The file is no report.</exception>
    public EvalReport? Baseline(ParseResult parsed) => parsed.GetValue(_baseline) is { } file ? ReportJson.Read(file) : null;

    /// <exception cref="InputException">It names something that cannot be varied.</exception>
    public IReadOnlyList<EvalConfiguration> Configurations(ParseResult parsed, IndexSettings settings) => EvalConfiguration.Matrix(parsed.GetValue(_matrix), settings);

    /// <summary>The suite's thresholds, and over them those of the command line.</summary>
    /// <exception cref="InputException">One is no measure and value.</exception>
    public Dictionary<string, double> Thresholds(ParseResult parsed, Suite suite)
    {
        Dictionary<string, double> thresholds = new(suite.Thresholds, StringComparer.Ordinal);
        foreach (var text in parsed.GetValue(_thresholds) ?? [])
        {
            var parts = text.Split('=', 2);
            if (parts.Length < 2 || EvalMeasures.Find(parts[0]) is null || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                throw new InputException($"--threshold {text}: write MEASURE=VALUE with one of {string.Join(", ", EvalMeasures.All.Select(measure => measure.Name))}");
            }

            thresholds[parts[0]] = value;
        }

        return thresholds;
    }
}
