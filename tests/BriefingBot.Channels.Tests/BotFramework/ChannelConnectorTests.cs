#if STANDARD
using System.Security.Claims;
using BriefingBot.BotBuilder;
using BriefingBot.Channels.BotFramework.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.BotFramework;

public sealed class ChannelConnectorTests : IDisposable
{
    private readonly ServiceProvider _services = Services();

    private BotFrameworkAuthentication Authentication => _services.GetRequiredService<BotFrameworkAuthentication>();

    [Fact]
    public async Task Answers_go_where_was_vouched_for_whatever_address_is_asked_for()
    {
        var vouched = ServiceAddress.OfVouched("https://channel.example/amer/")!;

        using var connector = await Authentication.CreateConnectorFactory(new ChannelIdentity(vouched)).CreateAsync("https://elsewhere.example/", null, TestContext.Current.CancellationToken);

        Assert.Equal(new Uri("https://channel.example/amer/"), connector.BaseUri);
    }

    [Fact]
    public void Who_was_not_authenticated_gets_no_answer() =>
        Assert.Throws<UnauthorizedAccessException>(() => Authentication.CreateConnectorFactory(new ClaimsIdentity()));

    public void Dispose() => _services.Dispose();

    private static ServiceProvider Services()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddBriefingBot().AddBotBuilder();
        return builder.Services.BuildServiceProvider();
    }
}
#endif
