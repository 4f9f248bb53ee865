using System.Text.Json;
using BriefingBot.Channels.BotFramework.Activities;

namespace BriefingBot.Channels.Tests.BotFramework;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("<at>Bot</at> was it closed? <AT>bot</AT>", """[{"type":"mention","text":"<at>Bot</at>","mentioned":{"id":"28:bot"}}]""", "was it closed?")]
    [InlineData("<at>Bot</at>&nbsp;was it closed?\n", """[{"type":"mention","text":"<at>Bot</at>","mentioned":{"id":"28:bot"}}]""", "was it closed?")]
    [InlineData("<at>B.*t (x)</at> was it closed?", """[{"type":"mention","text":"<at>B.*t (x)</at>","mentioned":{"id":"28:bot"}}]""", "was it closed?")]
    [InlineData("<at>Bot</at> was it closed?", """[{"type":"mention","mentioned":{"id":"28:bot","name":"Bot"}}]""", "was it closed?")]
    [InlineData("@bot <at>Bot</at> was it closed?", """[{"type":"mention","text":"<at>Bot</at>","mentioned":{"id":"28:bot"}},{"type":"mention","text":"@bot","mentioned":{"id":"28:bot"}}]""", "was it closed?")]
    [InlineData("<at>Bot</at> what did <at>Ann</at> say?", """[{"type":"mention","text":"<at>Bot</at>","mentioned":{"id":"28:bot"}},{"type":"mention","text":"<at>Ann</at>","mentioned":{"id":"29:ann"}}]""", "what did <at>Ann</at> say?")]
    [InlineData("<at>Bot</at> was it closed?", "[]", "<at>Bot</at> was it closed?")]
    public void Every_mention_of_the_bot_is_removed_and_no_other(string text, string entities, string left) => Assert.Equal(left, Mentions.Without(new Activity
    {
        Text = text,
        Recipient = new ChannelAccount("28:bot", "Bot"),
        Entities = [.. JsonElement.Parse(entities).EnumerateArray()],
    }));
}
