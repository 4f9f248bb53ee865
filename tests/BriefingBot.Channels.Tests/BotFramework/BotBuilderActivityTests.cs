#if STANDARD
using BriefingBot.BotBuilder;
using Microsoft.AspNetCore.Builder;

namespace BriefingBot.Channels.Tests.BotFramework;

/// <summary>The suite on Bot Builder.</summary>
public sealed class BotBuilderActivityTests : ActivitySuite
{
    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddBotBuilder();
}
#endif
