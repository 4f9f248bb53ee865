using System.Reflection;
using BriefingBot.Channels;
using BriefingBot.Commands;

namespace BriefingBot.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void A_section_that_is_misspelt_is_not_passed_over()
    {
        using var folder = new TestFolder();
        folder.File("appsettings.json", """{ "Acces": { "Rules": [ { "Who": "*", "Read": [ "press" ] } ] } }""");

        var run = Cli.RunIn(folder.Path, null, "serve", "--urls", "http://127.0.0.1:0", "--corpus", Cli.Corpus);

        Assert.Equal(2, run.Exit);
        Assert.Contains("Acces: the settings have no such section; write Access", run.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_is_known()
    {
        var sections = typeof(ChannelsSetup).Assembly.GetTypes()
            .Select(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue()).OfType<string>().ToList();

        Assert.Contains("Access", sections);
        Assert.Empty(sections.Except(Settings.Sections));
    }
}
