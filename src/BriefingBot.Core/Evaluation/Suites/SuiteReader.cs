namespace BriefingBot.Evaluation;

/// <summary>Reads a suite from YAML, JSON lines or CSV, told apart by the file's extension.</summary>
public static class SuiteReader
{
    private const long MostBytes = 64 * 1024 * 1024;

    /// <exception cref="SuiteException">The file cannot be read, or is no suite; the message names file, line, field and remedy.</exception>
    public static Suite Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var text = ReadText(path);
        var root = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".yaml" or ".yml" => YamlSuite.Parse(path, text),
            ".jsonl" => JsonLinesSuite.Parse(path, text),
            ".csv" => CsvSuite.Parse(path, text),
            var other => throw new SuiteException($"{path}: suites are .yaml, .jsonl or .csv, not '{other}'; convert or rename it"),
        };
        return new SuiteBuilder(path).Build(root);
    }

    private static string ReadText(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new SuiteException($"{path}: no such file; name a suite such as tests/evals/sample.yaml");
            }

            return file.Length <= MostBytes ? File.ReadAllText(path)
                : throw new SuiteException($"{path}: more than {MostBytes / 1024 / 1024} MB; split the suite");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException($"{path}: cannot be read ({failure.Message}); check its permissions", failure);
        }
    }
}
