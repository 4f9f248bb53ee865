using System.Globalization;

namespace BriefingBot.Evaluation;

/// <summary>Writes figures for readers.</summary>
public static class MeasureText
{
    public const string None = "–";

    /// <summary>The value in the measure's unit: shares with three digits, times in milliseconds.</summary>
    public static string Value(string measure, double? value) => value is not { } number ? None : EvalMeasures.Find(measure)?.Unit switch
    {
        MeasureUnit.Milliseconds => number.ToString("N1", CultureInfo.InvariantCulture) + " ms",
        MeasureUnit.Tokens => number.ToString("N0", CultureInfo.InvariantCulture),
        MeasureUnit.Money => number.ToString("0.0000", CultureInfo.InvariantCulture),
        _ => number.ToString("0.000", CultureInfo.InvariantCulture),
    };

    public static string Interval(MeasureResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Low is null ? "" : $"{Value(result.Name, result.Low)} to {Value(result.Name, result.High)}";
    }

    /// <summary>"at least 0.900", "at most 0.050"; empty where none is asked.</summary>
    public static string Threshold(MeasureResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Threshold is { } threshold ? $"{(result.HigherIsBetter ? "at least" : "at most")} {Value(result.Name, threshold)}" : "";
    }

    public static string Label(string measure) => EvalMeasures.Find(measure)?.Label ?? measure;

    /// <summary>"61 of 74 cases passed, 12 known to fail", and how many are missing where the run was ended.</summary>
    public static string Outcome(EvalReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (passed, known) = (report.Cases.Count(result => result.IsPassed), report.Cases.Count(result => !result.IsPassed && result.IsKnownFailure));
        var missing = report.IsComplete ? "" : $"; ended after {report.Cases.Count} of {report.Planned} cases";
        return $"{passed} of {report.Cases.Count} cases passed, {report.Cases.Count - passed - known} failed, {known} known to fail{missing}";
    }

    public static string Configuration(EvalReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Join(", ", report.Configuration.Select(pair => $"{pair.Key} {pair.Value}"));
    }

    /// <summary>What is wrong with a case, each thing once.</summary>
    public static IReadOnlyList<string> Problems(CaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Turns.SelectMany(turn => turn.Runs).SelectMany(run => run.Error is null ? run.Failures : [run.Error]).Distinct(StringComparer.Ordinal)];
    }
}
