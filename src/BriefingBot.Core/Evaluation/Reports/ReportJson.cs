using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Evaluation;

/// <summary>A report as JSON: what <c>--baseline</c> and <c>eval diff</c> read again.</summary>
public static class ReportJson
{
    // The encoder leaves letters of every script as they are; a report as JSON is never put into a page.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static string Write(EvalReport report) => JsonSerializer.Serialize(report, Options) + "\n";

    /// <exception cref="SuiteException">The file cannot be read, or is no report.</exception>
    public static EvalReport Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<EvalReport>(File.ReadAllText(path), Options) ?? throw new JsonException("null");
        }
        catch (JsonException broken)
        {
            throw new SuiteException($"{path} line {(broken.LineNumber ?? 0) + 1}: no report of briefingbot eval ({broken.Path ?? "not JSON"}); write one with --json {path}", broken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException($"{path}: cannot be read ({failure.Message}); write one with briefingbot eval SUITE.yaml --json {path}", failure);
        }
    }
}
