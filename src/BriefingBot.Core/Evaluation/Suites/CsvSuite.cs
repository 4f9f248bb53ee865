using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace BriefingBot.Evaluation;

/// <summary>A suite as CSV: a header of field names, a case a row; a cell of several values has one a line.</summary>
internal static class CsvSuite
{
    private static readonly string[] Lists = ["quotes", "sources", "speakers", "mustSay", "mustNotSay", "tags"];

    public static SuiteNode Parse(string path, string text)
    {
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        try
        {
            List<SuiteNode> cases = [];
            if (!csv.Read() || !csv.ReadHeader())
            {
                throw new SuiteException($"{path} line 1: the file is empty; write a header such as ask,status,quotes");
            }

            while (csv.Read())
            {
                cases.Add(Row(csv));
            }

            return new SuiteMap(1, [new SuiteField(1, "cases", new SuiteList(1, cases))]);
        }
        catch (CsvHelperException broken)
        {
            throw new SuiteException($"{path} line {csv.Parser.RawRow}: not a row of the header's columns; mend its commas and quotation marks", broken);
        }
    }

    private static SuiteMap Row(CsvReader csv)
    {
        // RawRow is the row's last line.
        var line = csv.Parser.RawRow - csv.Parser.RawRecord.TrimEnd('\r', '\n').Count(c => c == '\n');
        List<SuiteField> fields = [];
        foreach (var (name, i) in csv.HeaderRecord!.Select((name, i) => (name, i)))
        {
            if (csv.GetField(i) is { } cell && !string.IsNullOrWhiteSpace(cell))
            {
                fields.Add(new SuiteField(line, name.Trim(), Lists.Contains(name.Trim(), StringComparer.Ordinal) ? List(cell, line) : new SuiteScalar(line, cell)));
            }
        }

        return new SuiteMap(line, fields);
    }

    private static SuiteList List(string cell, int line) =>
        new(line, [.. cell.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(value => new SuiteScalar(line, value))]);
}
