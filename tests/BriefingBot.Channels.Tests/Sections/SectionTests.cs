using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.Sections;

public sealed class SectionTests
{
    [Theory]
    [InlineData("Limits:MaxConnections", "0", "Limits:MaxConnections: it must be between 1 and 1000000")]
    [InlineData("Web:PublicUrl", "briefing", "Web:PublicUrl: write a whole address such as https://briefing.example")]
    [InlineData("DirectLine:Secret", "short", "DirectLine:Secret: it is too short to be safe; give 24 random characters or more")]
    [InlineData("Turns:MostSecond", "3", "Turns: nothing there is called 'MostSecond'; mend the name")]
    [InlineData("Slack:Workspaces:T1:BotTokn", "xoxb-1", "Slack: nothing there is called 'BotTokn'; mend the name")]
    public async Task A_setting_that_cannot_be_meant_is_named_in_one_line_and_nothing_starts(string name, string value, string fault)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningServer.StartAsync([], builder => builder.Configuration[name] = value));

        Assert.Equal(fault, refused.Failures.First());
    }
}
