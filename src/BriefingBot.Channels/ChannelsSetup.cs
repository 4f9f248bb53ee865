using System.Text.Json.Serialization;
using BriefingBot.Answers;
using BriefingBot.Channels.Access;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.ApiDescriptions;
using BriefingBot.Channels.Asks;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Completions;
using BriefingBot.Channels.Conversations;
using BriefingBot.Channels.Corpora;
using BriefingBot.Channels.DirectLine;
using BriefingBot.Channels.Feedbacks;
using BriefingBot.Channels.Health;
using BriefingBot.Channels.Limits;
using BriefingBot.Channels.Pages;
using BriefingBot.Channels.Problems;
using BriefingBot.Channels.Readings;
using BriefingBot.Channels.Sections;
using BriefingBot.Channels.Slack;
using BriefingBot.Channels.Tools;
using BriefingBot.Channels.Traces;
using BriefingBot.Channels.Widgets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BriefingBot.Channels;

/// <summary>Puts the bot and its doors into a web application.</summary>
public static class ChannelsSetup
{
    /// <summary>Needs a <see cref="Articles.Corpus"/>, a <see cref="Retrieval.IIndexer"/>, an <see cref="IJournal"/> and a <see cref="HostedVersion"/> among the services; a model's writer may be there.</summary>
    public static IServiceCollection AddBriefingBot(this IServiceCollection services)
    {
        services.AddCompletions();
        services.AddTools();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemLines.Add).AddExceptionHandler<ProblemHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = AnswerJson.Compact.Encoder;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddApiDescription();
        services.AddSingleton<LiveCorpus>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<LiveCorpus>());
        services.AddAccessRules();
        services.AddAdmissions();
        services.AddLimits();
        services.AddPages();
        services.AddTelemetry();
        services.AddWidget();
        services.AddSingleton<ConversationLog>();
        services.AddSection<RetentionOptions>(RetentionOptions.Section);
        services.AddHostedService<RetentionSweep>();
        services.AddSingleton<FeedbackLog>();
        services.AddSingleton<Statements>();
        services.AddSingleton<Bot>();
        services.AddSingleton<Chat>();
        services.AddSingleton<PendingTurns>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<PendingTurns>());
        services.AddSection<PendingTurnsOptions>(PendingTurnsOptions.Section);
        services.AddSingleton<TurnLog>();
        services.AddSingleton<KeptTurns>();
        services.AddHostedService<TurnRecovery>();
        services.AddSlack();
        services.AddBotFramework();
        services.AddDirectLine();
        return services;
    }

    public static WebApplication MapBriefingBot(this WebApplication app)
    {
        TrustedProxies.Use(app);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30) });
        app.UseMiddleware<DirectLineOrigins>();
        app.UseMiddleware<WidgetOrigins>();
        app.UseMiddleware<Gate>();
        app.UseRateLimiter();
        AskEndpoints.Map(app);
        SearchEndpoints.Map(app);
        ArticleEndpoints.Map(app);
        ConversationEndpoints.Map(app);
        FeedbackEndpoints.Map(app);
        CompletionEndpoints.Map(app);
        ToolEndpoint.Map(app);
        HealthEndpoints.Map(app);
        ApiDescription.Map(app);
        PageEndpoints.Map(app);
        SlackEndpoints.Map(app);
        WidgetEndpoints.Map(app);
        MessagesEndpoint.Map(app);
        DirectLineEndpoints.Map(app);
        return app;
    }
}
