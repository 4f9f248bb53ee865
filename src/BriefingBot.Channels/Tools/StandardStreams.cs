using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Links;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace BriefingBot.Channels.Tools;

/// <summary>The Model Context Protocol over standard input and output, for a client that starts the program itself.</summary>
public static class StandardStreams
{
    /// <summary>Serves until the client closes the input. Standard output holds the protocol alone: nothing else may write there.</summary>
    /// <param name="services">With what <see cref="ToolsSetup.AddCorpusTools"/> adds, running.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task ServeAsync(IServiceProvider services, CancellationToken cancellation = default)
    {
        var loggers = services.GetRequiredService<ILoggerFactory>();
        // Whoever starts the program can read its corpus anyway; rules may still narrow the door.
        var options = services.GetRequiredService<ToolServer>().OptionsFor(new Caller("mcp"), ArticleLinks.ToSource);
        await using var transport = new StdioServerTransport(options, loggers);
        await using var server = McpServer.Create(transport, options, loggers, services);
        await server.RunAsync(cancellation);
    }
}
