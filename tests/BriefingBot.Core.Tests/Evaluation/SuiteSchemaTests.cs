using System.Text.Json;
using BriefingBot.Evaluation;

namespace BriefingBot.Core.Tests.Evaluation;

/// <summary>The schema that editors read knows the fields that the program knows, no more and no fewer.</summary>
public sealed class SuiteSchemaTests
{
    [Fact]
    public void The_schema_has_every_field_of_a_suite_and_no_other() => AssertFields(SuiteBuilder.SuiteFields, "properties");

    [Fact]
    public void The_schema_has_every_default_and_no_other() => AssertFields(SuiteBuilder.DefaultFields, "properties", "defaults", "properties");

    [Fact]
    public void The_schema_has_a_threshold_for_every_measure_and_no_other() => AssertFields(EvalMeasures.All.Select(measure => measure.Name), "properties", "thresholds", "properties");

    [Fact]
    public void The_schema_has_every_field_of_a_turn_and_no_other() => AssertFields(SuiteBuilder.TurnFields, "$defs", "asked", "properties");

    [Fact]
    public void The_schema_has_every_field_of_a_case_and_no_other() => AssertFields(SuiteBuilder.CaseFields.Except(SuiteBuilder.TurnFields), "$defs", "case", "properties");

    [Fact]
    public void The_schema_has_every_status_and_no_other()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(LayoutTests.Top(), "tests", "evals", "suite.schema.json")));

        var statuses = schema.RootElement.GetProperty("$defs").GetProperty("asked").GetProperty("properties").GetProperty("status").GetProperty("enum");

        Assert.Equal(Enum.GetValues<AnswerStatus>().Select(AnswerStatuses.Word), statuses.EnumerateArray().Select(status => status.GetString()));
    }

    private static void AssertFields(IEnumerable<string> known, params string[] path)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(LayoutTests.Top(), "tests", "evals", "suite.schema.json")));
        var fields = path.Aggregate(schema.RootElement, (element, name) => element.GetProperty(name));
        Assert.Equal(known.Order(StringComparer.Ordinal), fields.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
    }
}
