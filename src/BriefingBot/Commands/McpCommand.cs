using System.CommandLine;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Health;
using BriefingBot.Channels.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Commands;

/// <summary><c>mcp</c>: the corpus as tools of the Model Context Protocol, on standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var model = new ModelOption();
        var command = new Command("mcp", "Serve the corpus as MCP tools on standard input and output.");
        corpus.AddTo(command);
        model.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(corpus.Settings(parsed), model.Writer(parsed), cancellation));
        return command;
    }

    // A method of its own: what it needs is loaded only where it is wanted.
    private static async Task<int> RunAsync(IndexSettings settings, ModelWriter? writer, CancellationToken cancellation)
    {
        await using var journal = OpenedJournal.Open(settings);
        using var host = BuildFrom(settings, journal, writer);
        await host.StartAsync(cancellation);
        await StandardStreams.ServeAsync(host.Services, cancellation);
        await host.StopAsync(CancellationToken.None);
        return ExitStatus.Done;
    }

    private static IHost BuildFrom(IndexSettings settings, IJournal journal, ModelWriter? writer)
    {
        try
        {
            var host = Build(settings, journal, writer);
            host.Services.GetService<IStartupValidator>()?.Validate();
            return host;
        }
        catch (Exception failure) when (Settings.Fault(failure) is { } fault)
        {
            throw new InputException(fault);
        }
    }

    private static IHost Build(IndexSettings settings, IJournal journal, ModelWriter? writer)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddBriefingBotSettings();
        // Standard output is the protocol's.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        var corpus = new Corpus(settings.Corpus);
        builder.Services.AddSingleton(corpus);
        builder.Services.AddSingleton(settings.Indexer(corpus));
        builder.Services.AddSingleton(journal);
        builder.Services.AddSingleton(new HostedVersion(VersionText.Version, VersionText.Stack, settings.Kind, ModelSettings.Label()));
        if (writer is not null)
            builder.Services.AddSingleton(writer);
        builder.Services.AddCorpusTools();
        return builder.Build();
    }
}
