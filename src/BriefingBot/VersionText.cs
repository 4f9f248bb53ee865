using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using BriefingBot.Commands;

namespace BriefingBot;

/// <summary>What <c>--version</c> prints: version, stack, index and model in use.</summary>
internal static class VersionText
{
    public static void Attach(RootCommand root) =>
        root.Options.OfType<VersionOption>().Single().Action = new Print();

    public static string Version { get; } = typeof(VersionText).Assembly.GetName().Version!.ToString(3);

    public static string Stack { get; } = typeof(VersionText).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "Stack").Value!;

    private static string Text() =>
        $"briefingbot {Version} (stack: {Stack}, index: {IndexSettings.DefaultKind}, model: {ModelSettings.Label()}, models through: {ModelPort.Name})";

    private sealed class Print : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Console.WriteLine(Text());
            return ExitStatus.Done;
        }
    }
}
