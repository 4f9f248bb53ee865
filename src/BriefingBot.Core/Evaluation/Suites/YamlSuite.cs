using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Evaluation;

/// <summary>A suite as one YAML mapping.</summary>
internal static class YamlSuite
{
    // A suite is at most a list in a mapping in a list in a list in a mapping; aliases could nest a document in itself.
    private const int Deepest = 12;

    public static SuiteNode Parse(string path, string text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            throw new SuiteException($"{path} line {broken.Start.Line}: not valid YAML ({broken.Message.ReplaceLineEndings(" ")}); mend the line, and mind colons and quotation marks in unquoted text", broken);
        }

        return yaml.Documents.Count == 0 ? throw new SuiteException($"{path} line 1: the file is empty; write a suite with cases:") : Node(path, yaml.Documents[0].RootNode, 0);
    }

    private static SuiteNode Node(string path, YamlNode node, int depth)
    {
        var line = (int)node.Start.Line;
        return depth > Deepest ? throw new SuiteException($"{path} line {line}: nested too deep; a case has fields, and a field has text or a list") : node switch
        {
            YamlScalarNode scalar => new SuiteScalar(line, scalar.Value ?? ""),
            YamlSequenceNode list => new SuiteList(line, [.. list.Children.Select(item => Node(path, item, depth + 1))]),
            YamlMappingNode map => new SuiteMap(line, [.. map.Children.Select(field =>
                new SuiteField((int)field.Key.Start.Line, (field.Key as YamlScalarNode)?.Value ?? "", Node(path, field.Value, depth + 1)))]),
            _ => throw new SuiteException($"{path} line {line}: an alias that cannot be resolved; write the value out"),
        };
    }
}
