using System.CommandLine;
using BriefingBot.Answers;
using BriefingBot.Articles;
#if STANDARD
using BriefingBot.BotBuilder;
#endif
using BriefingBot.Channels;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.Health;
using BriefingBot.Terminal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace BriefingBot.Commands;

/// <summary><c>serve</c>: the web page, the API and the doors of the channels; also what runs without a command.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://localhost:5080";
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    public static Command Create()
    {
        var command = new Command("serve", "Serve the web page, the API and the channels.");
        SetAction(command);
        return command;
    }

    public static void MakeDefault(RootCommand root) => SetAction(root);

    private static void SetAction(Command command)
    {
        var corpus = new CorpusOptions();
        var model = new ModelOption();
        var urls = new Option<string>("--urls") { Description = "Where to listen, several with ; between.", HelpName = "URLS", DefaultValueFactory = _ => DefaultUrls };
        corpus.AddTo(command);
        model.AddTo(command);
        command.Add(urls);
        command.SetAction((parsed, cancellation) => RunAsync(corpus.Settings(parsed), model.Writer(parsed), parsed.GetValue(urls)!, cancellation));
    }

    // A method of its own: what a web server needs is loaded only where one is wanted.
    private static async Task<int> RunAsync(IndexSettings settings, ModelWriter? writer, string urls, CancellationToken cancellation)
    {
        await using var journal = OpenedJournal.Open(settings);
        await using var app = BuildFrom(settings, journal, writer, urls);
        await StartAsync(app, urls, cancellation);
        if (OpenDoor.Fault(app) is { } fault)
        {
            await app.StopAsync(cancellation);
            throw new InputException(fault);
        }

        Output.Console.MarkupLine($"[bold]BriefingBot[/] answers over {Markup.Escape(Plain.Line(settings.Corpus))} on [bold]{Markup.Escape(string.Join(" and ", app.Urls))}[/]. Ctrl-C ends.");
        await UntilStoppedAsync(app, cancellation);
        return ExitStatus.Done;
    }

    private static async Task UntilStoppedAsync(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.WaitForShutdownAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Some answers took longer than a stop may.
        }
    }

    private static WebApplication BuildFrom(IndexSettings settings, IJournal journal, ModelWriter? writer, string urls)
    {
        try
        {
            var app = Build(settings, journal, writer, urls);
            app.Services.GetService<IStartupValidator>()?.Validate();
            return app;
        }
        catch (Exception failure) when (Settings.Fault(failure) is { } fault)
        {
            throw new InputException(fault);
        }
    }

    private static WebApplication Build(IndexSettings settings, IJournal journal, ModelWriter? writer, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddBriefingBotSettings();
        builder.WebHost.UseSetting("urls", urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var corpus = new Corpus(settings.Corpus);
        builder.Services.AddSingleton(corpus);
        builder.Services.AddSingleton(settings.Indexer(corpus));
        builder.Services.AddSingleton(journal);
        builder.Services.AddSingleton(new HostedVersion(VersionText.Version, VersionText.Stack, settings.Kind, ModelSettings.Label()));
        if (writer is not null)
            builder.Services.AddSingleton(writer);
        builder.Services.AddBriefingBot();
#if STANDARD
        builder.Services.AddBotBuilder();
#endif
        WebApplication? app = null;

        // A start that fails is said in one line.
        builder.Logging.AddFilter(HostCategory, level => level >= LogLevel.Warning && app?.Lifetime.ApplicationStarted.IsCancellationRequested == true);
        return app = builder.Build().MapBriefingBot();
    }

    private static async Task StartAsync(WebApplication app, string urls, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception failure) when (failure is IOException or FormatException or InvalidOperationException)
        {
            throw new InputException($"--urls {urls}: cannot listen there ({failure.Message.TrimEnd('.')}); choose another with --urls");
        }
    }
}
