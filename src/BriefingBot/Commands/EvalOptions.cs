using System.CommandLine;
using System.Globalization;
using BriefingBot.Evaluation;

namespace BriefingBot.Commands;

/// <summary>The options of <c>eval</c>.</summary>
internal sealed class EvalOptions
{
    private readonly Option<string[]> _thresholds = new("--threshold") { Description = "Fail unless the measure reaches the value, e.g. statusAccuracy=0.9; may be given several times.", HelpName = "MEASURE=VALUE" };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "A report of --json: show each case that got better or worse.", HelpName = "FILE" };
    private readonly Option<string?> _matrix = new("--matrix") { Description = "Run several configurations, e.g. model=none,ollama:qwen3,index=sqlite.", HelpName = "NAME=VALUE,..." };
    private readonly Option<string?> _model = new("--model") { Description = "Model that writes: NAME, PROVIDER:NAME, or none.", HelpName = "NAME" };
    private readonly Option<string?> _record = new("--record") { Description = "Write the model's calls, to be replayed.", HelpName = "FILE" };
    private readonly Option<string?> _replay = new("--replay") { Description = "Answer the model's calls from a file of --record: no key, no network, the same every time.", HelpName = "FILE" };
    private readonly Option<string?> _judge = new("--judge") { Description = "Model that judges each answer three times: NAME or PROVIDER:NAME. Its figures are no part of the gate unless a threshold names them.", HelpName = "NAME" };
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
        foreach (var option in (Option[])[_thresholds, _baseline, _model, _matrix, _record, _replay, _judge, _parallel])
        {
            command.Add(option);
        }

        Files.AddTo(command);
        Corpus.AddTo(command);
    }

    public int Parallel(ParseResult parsed) => parsed.GetValue(_parallel);

    /// <returns>Null where none is asked.</returns>
    /// <exception cref="InputException">A setting of the model is wrong.</exception>
    public AnswerJudge? Judge(ParseResult parsed) => parsed.GetValue(_judge) is not { } asked ? null
        : parsed.GetValue(_replay) is not null ? throw new InputException("--judge asks its model every time, so it does not go beside --replay; leave one")
        : EvalModel.Client(asked) is { } client ? new AnswerJudge(client) : throw new InputException("--judge none: nobody would judge; name a model, or leave --judge out");

    /// <summary>Null where none is asked.</summary>
    /// <exception cref="SuiteException">The file is no report.</exception>
    public EvalReport? Baseline(ParseResult parsed) => parsed.GetValue(_baseline) is { } file ? ReportJson.Read(file) : null;

    /// <exception cref="InputException">It names something that cannot be varied.</exception>
    public IReadOnlyList<EvalConfiguration> Configurations(ParseResult parsed, IndexSettings settings) => EvalConfiguration.Matrix(parsed.GetValue(_matrix), settings, parsed.GetValue(_model));

    /// <exception cref="InputException">A setting of the model is wrong, or options contradict each other.</exception>
    /// <exception cref="SuiteException">The recording cannot be read.</exception>
    public EvalModel Model(ParseResult parsed, EvalConfiguration configuration)
    {
        var (record, replay) = (parsed.GetValue(_record), parsed.GetValue(_replay));
        return (record, replay) switch
        {
            (not null, not null) => throw new InputException("--record and --replay do not go together; leave one"),
            (null, not null) when configuration.Model is not null => throw new InputException("--replay has the model of its recording; leave --model, and model= of --matrix, out"),
            (not null, null) when configuration.Varied.Count > 0 => throw new InputException("--record does not go beside --matrix; record one configuration after another, each to its own file"),
            _ => EvalModel.Of(configuration.Model, record, replay),
        };
    }

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
