using System.Text.Json;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;

namespace BriefingBot.Channels.Tests.BotFramework;

public sealed class KeptActivityTests
{
    private static readonly ServiceAddress Service = ServiceAddress.OfVouched("https://channel.example/amer")!;

    [Fact]
    public void What_is_kept_tells_what_is_asked_who_asks_and_where_answers_go()
    {
        var received = Received("msteams", """, "text":"<at>Bot</at> Was the lock closed?", "entities":[{"type":"mention","text":"<at>Bot</at>","mentioned":{"id":"28:bot"}}]""");

        var kept = KeptActivity.Read(KeptActivity.Of(received, Service, isVouched: true).Write());

        Assert.Equal("Was the lock closed?", ActivityBot.QuestionIn(kept.Received));
        Assert.Equal(["tenant:t", "team:x", "channel:c"], Callers.Of(kept.Received, kept.IsVouched).Memberships);
        Assert.Equal(("a:1", "17", "28:bot", "29:user", "en-GB"), (kept.Received.Conversation!.Id, kept.Received.Id, kept.Received.Recipient!.Id, kept.Received.From!.Id, kept.Received.Locale));
        Assert.Equal(new Uri("https://channel.example/amer/"), kept.Address!.Url);
    }

    [Fact]
    public void Nothing_else_is_kept()
    {
        var kept = KeptActivity.Of(Received("msteams", ", \"text\":\"help\", \"attachments\":[{\"content\":\"private\"}], \"entities\":[{\"type\":\"private\"}]"), Service, isVouched: true).Write();

        Assert.DoesNotContain("private", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(", \"text\":\"<at>Bot</at>\", \"entities\":[{\"type\":\"mention\",\"text\":\"<at>Bot</at>\",\"mentioned\":{\"id\":\"28:bot\"}}]", "help")]
    [InlineData(", \"value\":{\"ask\":\"check it\"}", "check it")]
    [InlineData(", \"value\":{\"other\":\"check it\"}", null)]
    [InlineData("", null)]
    public void A_bare_mention_and_a_button_ask_the_same_when_they_are_read_back(string fields, string? asked)
    {
        var received = Received("msteams", fields);

        Assert.Equal(asked, ActivityBot.QuestionIn(received));
        Assert.Equal(asked, ActivityBot.QuestionIn(KeptActivity.Read(KeptActivity.Of(received, Service, isVouched: true).Write()).Received));
    }

    [Fact]
    public void That_a_file_came_is_kept_without_the_file()
    {
        var kept = KeptActivity.Of(Received("msteams", ", \"attachments\":[{\"contentUrl\":\"https://files.example/private\"}]"), Service, isVouched: true).Write();

        Assert.True(KeptActivity.Read(kept).Received.HasFiles);
        Assert.DoesNotContain("private", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_client_says_of_itself_is_kept_as_that()
    {
        var kept = KeptActivity.Read(KeptActivity.Of(Received("webchat", ", \"text\":\"help\""), Service, isVouched: true).Write());

        Assert.Empty(Callers.Of(kept.Received, kept.IsVouched).Memberships);
    }

    private static Activity Received(string channel, string fields) => ActivityJson.Read(JsonElement.Parse($$$"""
        {"type":"message", "id":"17", "channelId":"{{{channel}}}", "serviceUrl":"https://channel.example/amer", "from":{"id":"29:user"}, "recipient":{"id":"28:bot"}, "conversation":{"id":"a:1"}, "locale":"en-GB",
         "channelData":{"tenant":{"id":"t"}, "team":{"id":"x"}, "channel":{"id":"c"}, "eventType":"private"}{{{fields}}}}
        """))!;
}
