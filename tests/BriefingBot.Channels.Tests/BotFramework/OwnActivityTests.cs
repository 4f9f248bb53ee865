using Microsoft.AspNetCore.Builder;

namespace BriefingBot.Channels.Tests.BotFramework;

/// <summary>The suite on our own endpoint.</summary>
public sealed class OwnActivityTests : ActivitySuite
{
    protected override void Configure(WebApplicationBuilder builder)
    {
        // It is the default.
    }
}
