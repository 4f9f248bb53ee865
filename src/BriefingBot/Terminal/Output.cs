using Spectre.Console;

namespace BriefingBot.Terminal;

/// <summary>Standard output: colours and line breaks for a terminal, neither for a file.</summary>
internal static class Output
{
    private const int UnbrokenInChars = 100_000;

    public static IAnsiConsole Console { get; } = Create();

    private static IAnsiConsole Create()
    {
        var isFile = System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isFile ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isFile ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        if (isFile)
        {
            console.Profile.Width = UnbrokenInChars;
        }

        return console;
    }
}
