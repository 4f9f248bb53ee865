using System.Text.Json.Nodes;

namespace BriefingBot.Channels.Tests.BotFramework.Fakes;

/// <summary>Activities as Teams writes them.</summary>
internal static class SomeActivity
{
    public const string Bot = "28:bot";

    private static int _ids;

    public static JsonObject Personal(FakeChannel channel, string? text, string conversation = "a:1personal|chat") => Message(channel, text, new JsonObject { ["conversationType"] = "personal", ["id"] = conversation, ["tenantId"] = "tenant-1" });

    public static JsonObject InChannel(FakeChannel channel, string text, string conversation = "19:channel@thread.tacv2;messageid=17") =>
        Message(channel, text, new JsonObject { ["conversationType"] = "channel", ["isGroup"] = true, ["id"] = conversation, ["tenantId"] = "tenant-1" });

    public static JsonObject Update(FakeChannel channel)
    {
        var update = Personal(channel, null);
        update["type"] = "conversationUpdate";
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:user" }, new JsonObject { ["id"] = Bot });
        return update;
    }

    public static JsonObject Installation(FakeChannel channel)
    {
        var installed = Personal(channel, null);
        installed["type"] = "installationUpdate";
        installed["action"] = "add";
        return installed;
    }

    public static JsonObject Feedback(FakeChannel channel, string reaction, string? replyToId)
    {
        var invoke = Personal(channel, null);
        invoke["type"] = "invoke";
        invoke["name"] = "message/submitAction";
        invoke["replyToId"] = replyToId;
        invoke["value"] = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = """{"feedbackText":"too \"short\""}""" },
        };
        return invoke;
    }

    private static JsonObject Message(FakeChannel channel, string? text, JsonObject conversation)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"{Interlocked.Increment(ref _ids)}",
            ["timestamp"] = "2026-02-03T04:05:06.789Z",
            ["serviceUrl"] = channel.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:user", ["name"] = "A reader", ["aadObjectId"] = "x" },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "BriefingBot" },
            ["conversation"] = conversation,
            ["locale"] = "en-GB",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["timezone"] = "Europe/Kyiv" }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-1" }, ["team"] = new JsonObject { ["id"] = "team-1" }, ["channel"] = new JsonObject { ["id"] = "channel-1" } },
        };
        if (text is not null)
            activity["text"] = text;
        return activity;
    }
}
