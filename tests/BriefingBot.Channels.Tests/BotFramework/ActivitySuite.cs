using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Feedbacks;
using BriefingBot.Channels.Tests.BotFramework.Fakes;
using BriefingBot.Channels.Tests.Feedbacks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.BotFramework;

/// <summary>What holds for <c>/api/messages</c>, whichever code serves it.</summary>
public abstract class ActivitySuite : IAsyncLifetime
{
    protected static readonly (string, string)[] Articles =
    [
        ("kestrin/lock.md", "---\ntitle: Lock at Kestrin closed\noutlet: Kestrin Courier\ndate: 2024-05-06\nurl: https://courier.example/lock\n---\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said.\n\n“The gate will be replaced in spring,” said Odile Frahm, who heads the authority."),
        ("velmora/ferry.md", "---\ntitle: Ferry\noutlet: Velmora Post\ndate: 2024-05-07\n---\nThe ferry at Velmora sank on Tuesday, the harbour master Piet Anders said. “Nobody was hurt,” Anders said."),
    ];

    private FakeChannel? _channel;
    private RunningServer? _server;

    // So long the connector waits at most before it tries again.
    protected QuickTime Time { get; } = new(TimeSpan.FromSeconds(30));

    private protected FullJournal Journal { get; } = new();

    private protected FakeChannel Channel => _channel!;

    protected RunningServer Server => _server!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Chooses the code that serves it.</summary>
    protected abstract void Configure(WebApplicationBuilder builder);

    public async ValueTask InitializeAsync()
    {
        _channel = await FakeChannel.StartAsync(Time);
        _server = await RunningServer.StartAsync(Articles, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Time);
            builder.Services.AddSingleton<IJournal>(Journal);
            _channel.Configure(builder);
            Configure(builder);
        });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _server!.DisposeAsync();
        var faults = _channel!.Faults;
        await _channel.DisposeAsync();
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_question_is_taken_at_once_and_answered_through_the_connector()
    {
        using var response = await PostAsync(SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Cancellation));
        var message = (await Channel.MessagesAsync(1, Cancellation))[0];
        Assert.Contains("The lock at Kestrin was closed on Monday", message.Text, StringComparison.Ordinal);
        Assert.Equal("a:1personal|chat", message.Conversation);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":5}""")]
    public async Task What_is_no_activity_is_a_bad_request(string body)
    {
        using var response = await PostAsync(body, Channel.Token());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var response = await Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task An_invoke_that_nobody_handles_is_not_implemented()
    {
        var invoke = SomeActivity.Personal(Channel, null);
        invoke["type"] = "invoke";
        invoke["name"] = "task/fetch";

        using var response = await PostAsync(invoke);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task Replies_that_are_expected_come_with_the_response()
    {
        var activity = SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?");
        activity["deliveryMode"] = "expectReplies";

        using var response = await PostAsync(activity);
        var replies = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("activities").EnumerateArray().ToList();

        Assert.Contains(replies, reply => reply.GetProperty("type").GetString() == "message" && reply.GetProperty("text").GetString()!.Contains("Kestrin", StringComparison.Ordinal));
        Assert.Empty(Channel.Sent);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("hmac")]
    [InlineData("pss")]
    [InlineData("no end")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("serviceUrl")]
    [InlineData("no serviceUrl")]
    [InlineData("expired")]
    [InlineData("future")]
    [InlineData("unknown key")]
    [InlineData("other key")]
    [InlineData("not endorsed")]
    [InlineData("no endorsements")]
    [InlineData("no token")]
    [InlineData("no scheme")]
    [InlineData("garbage")]
    public async Task A_token_that_is_not_good_is_refused_and_nothing_is_sent_or_kept(string fault)
    {
        using var other = RSA.Create(2048);
        var token = fault switch
        {
            "none" => Channel.TokenWithoutSignature(),
            "hmac" => Channel.Token(algorithm: "HS256"),
            "pss" => Channel.Token(algorithm: "PS256"),
            "no end" => Channel.Token(expires: TimeSpan.MaxValue),
            "issuer" => Channel.Token(issuer: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
            "audience" => Channel.Token(audience: "somebody-else"),
            "serviceUrl" => Channel.Token(serviceUrl: "https://elsewhere.example/"),
            "no serviceUrl" => Channel.Token(serviceUrl: null),
            "expired" => Channel.Token(begins: TimeSpan.FromHours(-2), expires: TimeSpan.FromMinutes(-6)),
            "future" => Channel.Token(begins: TimeSpan.FromMinutes(10)),
            "unknown key" => Channel.Token(keyId: "two", key: other),
            "other key" => Channel.Token(key: other),
            "not endorsed" => Channel.Token(keyId: "slack"),
            "no endorsements" => Channel.Token(keyId: "bare"),
            "no token" => null,
            "no scheme" => "",
            _ => "a.b.c",
        };

        using var response = await PostAsync(SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?").ToJsonString(), token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, Channel.Requests);
        Assert.Equal(0, Channel.TokensGiven);
        if (fault is "issuer" or "hmac" or "none" or "pss")
            Assert.Equal(0, Channel.KeysGiven);
        Assert.Empty(await Journal.ReadAllAsync("", Cancellation).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("http://elsewhere.example/")]
    [InlineData("https://user@elsewhere.example/")]
    [InlineData("https://elsewhere.example/?a=b")]
    [InlineData("file:///etc/")]
    [InlineData("elsewhere")]
    public async Task An_address_that_is_signed_for_and_not_safe_is_refused(string serviceUrl)
    {
        var activity = SomeActivity.Personal(Channel, "help");
        activity["serviceUrl"] = serviceUrl;

        using var response = await PostAsync(activity.ToJsonString(), Channel.Token(serviceUrl: serviceUrl));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_case_of_an_address_does_not_matter()
    {
        using var response = await PostAsync(SomeActivity.Personal(Channel, "help").ToJsonString(), Channel.Token(serviceUrl: Channel.ServiceUrl.ToUpperInvariant().Replace("HTTP", "http", StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_channel_may_sign_by_each_of_three_algorithms(string algorithm)
    {
        using var response = await PostAsync(SomeActivity.Personal(Channel, "help").ToJsonString(), Channel.Token(algorithm: algorithm));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Names_of_conversations_and_activities_are_whole_in_the_address()
    {
        var activity = SomeActivity.InChannel(Channel, "help", "19:a/b?c=d#e%20+@thread.tacv2;messageid=17");
        activity["id"] = "1:x|y;z%2f?";

        using var response = await PostAsync(activity);

        Assert.Equal("19:a/b?c=d#e%20+@thread.tacv2;messageid=17", (await Channel.MessagesAsync(1, Cancellation))[0].Conversation);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_not_taken_and_the_channel_comes_again_with_it()
    {
        var activity = SomeActivity.Personal(Channel, "help").ToJsonString();
        Journal.IsFull = true;
        using var refused = await PostAsync(activity, Channel.Token());
        await SettledAsync();
        Assert.Empty(Channel.Sent);
        Journal.IsFull = false;

        using var taken = await PostAsync(activity, Channel.Token());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (refused.StatusCode, taken.StatusCode));
        _ = await Channel.MessagesAsync(1, Cancellation);
    }

    [Theory]
    [InlineData("""{"other":"\ud800"}""")]
    [InlineData("""{"tenant":{"id":"\ud800"}}""")]
    public async Task Data_of_a_channel_that_is_no_text_keeps_no_question_from_being_taken(string data)
    {
        var activity = SomeActivity.Personal(Channel, "help");
        activity["channelData"] = "data";

        using var response = await PostAsync(activity.ToJsonString().Replace("\"channelData\":\"data\"", $"\"channelData\":{data}", StringComparison.Ordinal), Channel.Token());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        _ = await Channel.MessagesAsync(1, Cancellation);
    }

    [Theory]
    [InlineData(true, false, "The lock at Kestrin was closed on Monday")]
    [InlineData(true, true, "ask again: Was the lock at Kestrin closed?")]
    [InlineData(false, false, null)]
    public async Task A_question_of_an_earlier_run_is_answered_where_it_was_asked_unless_nobody_vouched_for_it(bool isVouched, bool isLate, string? said)
    {
        var received = ActivityJson.Read(Encoding.UTF8.GetBytes(SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?").ToJsonString()))!;
        var kept = KeptActivity.Of(received, ServiceAddress.OfVouched(Channel.ServiceUrl)!, isVouched).Write();

        await Server.Services.GetRequiredService<ActivityTurns>().AnswerAsync(kept, isLate, Cancellation);

        Assert.Equal(said is null ? 0 : 1, Channel.Sent.Count(sent => sent.Type == "message" && sent.Conversation == "a:1personal|chat" && sent.Text.Contains(said!, StringComparison.Ordinal)));
        Assert.Equal(said is null ? 0 : 1, Channel.TokensGiven);
    }

    [Fact]
    public async Task A_little_late_is_in_time()
    {
        using var response = await PostAsync(SomeActivity.Personal(Channel, "help").ToJsonString(), Channel.Token(begins: TimeSpan.FromHours(-1), expires: TimeSpan.FromMinutes(-4)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        _ = await Channel.MessagesAsync(1, Cancellation);
    }

    [Fact]
    public async Task A_storm_of_redeliveries_is_answered_once()
    {
        var activities = Enumerable.Range(0, 5).Select(n => SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?", $"a:{n}").ToJsonString()).ToList();
        string[] storm = [.. activities, .. Enumerable.Reverse(activities), .. activities];

        await Task.WhenAll(storm.Select(async activity =>
        {
            using var response = await PostAsync(activity, Channel.Token());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }));
        await SettledAsync();

        Assert.Equal(5, Channel.Sent.Count(sent => sent.Type == "message"));
    }

    [Fact]
    public async Task Conversations_may_name_their_activities_alike()
    {
        using var first = await PostAsync(SomeActivity.Personal(Channel, "help", "a:1"));
        var alike = SomeActivity.Personal(Channel, "help", "a:2");
        alike["id"] = "same";
        var other = SomeActivity.Personal(Channel, "help", "a:3");
        other["id"] = "same";

        using var second = await PostAsync(alike);
        using var third = await PostAsync(other);

        Assert.Equal(3, (await Channel.MessagesAsync(3, Cancellation)).Count);
    }

    [Theory]
    [InlineData("messageUpdate", "text", "help")]
    [InlineData("messageDelete", "text", "help")]
    [InlineData("messageReaction", "reactionsAdded", null)]
    [InlineData("installationUpdate", "action", "remove")]
    [InlineData("conversationUpdate", "membersRemoved", null)]
    [InlineData("event", "name", "anything")]
    [InlineData("endOfConversation", "code", "ok")]
    [InlineData("typing", "text", "help")]
    public async Task What_asks_nothing_is_taken_and_not_answered(string type, string name, string? value)
    {
        var activity = SomeActivity.Personal(Channel, null);
        (activity["type"], activity[name]) = (type, value is null ? new JsonArray(new JsonObject { ["id"] = "29:user", ["type"] = "like" }) : value);

        using var response = await PostAsync(activity);
        using var bare = await PostAsync(new JsonObject { ["type"] = type, ["channelId"] = "msteams", ["serviceUrl"] = Channel.ServiceUrl });
        await SettledAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (response.StatusCode, bare.StatusCode));
        Assert.Empty(Channel.Sent);
    }

    [Fact]
    public async Task Somebody_new_is_greeted_once()
    {
        using var first = await PostAsync(SomeActivity.Installation(Channel));
        using var second = await PostAsync(SomeActivity.Update(Channel));
        using var third = await PostAsync(SomeActivity.Update(Channel));
        await SettledAsync();

        Assert.Contains("I am BriefingBot", Assert.Single(Channel.Sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_greets_nobody_for_itself()
    {
        var update = SomeActivity.Update(Channel);
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = SomeActivity.Bot });

        using var response = await PostAsync(update);
        await SettledAsync();

        Assert.Empty(Channel.Sent);
    }

    [Fact]
    public async Task A_reader_alone_sees_the_answer_come_about()
    {
        using var response = await PostAsync(SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?"));
        var message = (await Channel.MessagesAsync(1, Cancellation))[0];

        Assert.Equal(("informative", "Searching 2 articles…"), (Channel.Sent[0].StreamType, Channel.Sent[0].Text));
        Assert.Equal("final", message.StreamType);
        Assert.Equal(Channel.Sent[0].Id, message.Id);
        Assert.Equal("default", message.Json.GetProperty("channelData").GetProperty("feedbackLoop").GetProperty("type").GetString());
        var citation = message.Entity("https://schema.org/Message")!.Value.GetProperty("citation")[0];
        Assert.Equal(1, citation.GetProperty("position").GetInt32());
        Assert.Equal("https://courier.example/lock", citation.GetProperty("appearance").GetProperty("url").GetString());
        Assert.Contains("[1]", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_gets_one_message_in_its_thread()
    {
        var mention = new JsonObject { ["type"] = "mention", ["text"] = "<at>BriefingBot</at>", ["mentioned"] = new JsonObject { ["id"] = SomeActivity.Bot, ["name"] = "BriefingBot" } };
        var activity = SomeActivity.InChannel(Channel, "<at>BriefingBot</at> Was the lock at Kestrin closed?\n");
        ((JsonArray)activity["entities"]!).Add(mention);

        using var response = await PostAsync(activity);
        var message = (await Channel.MessagesAsync(1, Cancellation))[0];
        await SettledAsync();

        Assert.Equal(["typing", "message"], Channel.Sent.Select(sent => sent.Type));
        Assert.Null(message.StreamType);
        Assert.Equal("19:channel@thread.tacv2;messageid=17", message.Conversation);
        Assert.Equal(activity["id"]!.GetValue<string>(), message.Json.GetProperty("replyToId").GetString());
    }

    [Theory]
    [InlineData("groupChat", null)]
    [InlineData("channel", false)]
    [InlineData(null, true)]
    public async Task Nothing_streams_where_others_read_too(string? conversationType, bool? isGroup)
    {
        var activity = SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?");
        (activity["conversation"]!["conversationType"], activity["conversation"]!["isGroup"]) = (conversationType, isGroup);

        using var response = await PostAsync(activity);
        await Channel.MessagesAsync(1, Cancellation);

        Assert.DoesNotContain(Channel.Sent, sent => sent.StreamType is not null);
    }

    [Fact]
    public async Task Nothing_streams_into_a_response()
    {
        var activity = SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?");
        activity["deliveryMode"] = "expectReplies";

        using var response = await PostAsync(activity);

        Assert.DoesNotContain("streaminfo", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_the_bot_is_mentioned_it_says_what_it_can_do()
    {
        var activity = SomeActivity.InChannel(Channel, "<at>BriefingBot</at>");
        ((JsonArray)activity["entities"]!).Add(new JsonObject { ["type"] = "mention", ["text"] = "<at>BriefingBot</at>", ["mentioned"] = new JsonObject { ["id"] = SomeActivity.Bot } });

        using var response = await PostAsync(activity);

        Assert.Contains("check CLAIM", (await Channel.MessagesAsync(1, Cancellation))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Was the lock at Kestrin closed?", 2)]
    [InlineData(null, 1)]
    public async Task A_file_is_said_not_to_be_read_and_the_words_with_it_are_answered(string? text, int replies)
    {
        var activity = SomeActivity.InChannel(Channel, "");
        activity["text"] = text;
        activity["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>x</p>" },
            new JsonObject { ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["contentUrl"] = "https://files.example/a.pdf" });

        using var response = await PostAsync(activity);
        await SettledAsync();
        var messages = Channel.Sent.Where(sent => sent.Type == "message").ToList();

        Assert.Contains("I read no files", messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(replies, messages.Count);
    }

    [Fact]
    public async Task A_follow_up_says_how_it_was_understood()
    {
        using var first = await PostAsync(SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?"));
        await Channel.MessagesAsync(1, Cancellation);
        using var second = await PostAsync(SomeActivity.Personal(Channel, "Who said that?"));
        var messages = await Channel.MessagesAsync(2, Cancellation);

        Assert.DoesNotContain("Understood as", messages[0].Text, StringComparison.Ordinal);
        Assert.Contains("Understood as: Who said", messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_shows_the_status_and_the_quotes_and_what_can_be_done()
    {
        using var response = await PostAsync(SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?"));
        var card = (await Channel.MessagesAsync(1, Cancellation))[0].Card!.Value.GetRawText();

        Assert.Contains("Kestrin Courier · 2024-05-06", card, StringComparison.Ordinal);
        foreach (var title in (string[])["Open article", "Who said what", "Check again"])
            Assert.Contains(title, card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_asks_what_stands_on_it_and_nothing_else()
    {
        var submit = SomeActivity.Personal(Channel, null);
        submit["value"] = new JsonObject { ["ask"] = "Was the lock at Kestrin closed?", ["url"] = "https://elsewhere.example/" };
        submit["replyToId"] = "1";

        using var response = await PostAsync(submit);

        Assert.Contains("The lock at Kestrin was closed on Monday", (await Channel.MessagesAsync(1, Cancellation))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thumb_is_kept_with_the_answer(bool isNamed)
    {
        using var response = await PostAsync(SomeActivity.Personal(Channel, "Was the lock at Kestrin closed?"));
        var message = (await Channel.MessagesAsync(1, Cancellation))[0];
        await SettledAsync();

        using var thumb = await PostAsync(SomeActivity.Feedback(Channel, "dislike", isNamed ? message.Id : null));

        Assert.Equal(HttpStatusCode.OK, thumb.StatusCode);
        Assert.Equal("{}", await thumb.Content.ReadAsStringAsync(Cancellation));
        var kept = KeptFeedback.Read(Assert.Single(await Journal.ReadAllAsync(FeedbackLog.Prefix, Cancellation).ToListAsync(Cancellation)));
        Assert.Equal((FeedbackRating.Down, "too \"short\"", "Was the lock at Kestrin closed?"), (kept.Rating, kept.Comment, kept.Turn.Asked));
    }

    [Fact]
    public async Task A_thumb_is_for_the_answer_it_stands_under()
    {
        using var first = await PostAsync(SomeActivity.InChannel(Channel, "Was the lock at Kestrin closed?"));
        var under = (await Channel.MessagesAsync(1, Cancellation))[0].Id;
        using var second = await PostAsync(SomeActivity.InChannel(Channel, "Did the ferry at Velmora sink?"));
        await SettledAsync();
        var invoke = SomeActivity.Feedback(Channel, "like", under);
        invoke["conversation"] = SomeActivity.InChannel(Channel, "")["conversation"]!.DeepClone();

        using var thumb = await PostAsync(invoke);

        var kept = KeptFeedback.Read(Assert.Single(await Server.Services.GetRequiredService<IJournal>().ReadAllAsync(FeedbackLog.Prefix, Cancellation).ToListAsync(Cancellation)));
        Assert.Equal("Was the lock at Kestrin closed?", kept.Turn.Asked);
    }

    [Fact]
    public async Task A_thumb_is_up_or_down()
    {
        using var thumb = await PostAsync(SomeActivity.Feedback(Channel, "sideways", "1"));

        Assert.Equal(HttpStatusCode.BadRequest, thumb.StatusCode);
    }

    [Fact]
    public async Task The_bot_s_token_follows_no_redirect()
    {
        Channel.RefuseNext(307);

        using var response = await PostAsync(SomeActivity.InChannel(Channel, "help"));
        await SettledAsync();

        Assert.Equal(1, Channel.Requests);
    }

    [Fact]
    public async Task A_channel_that_says_when_is_asked_again_then()
    {
        Channel.RefuseNext(429, "9");
        var before = Time.GetUtcNow();

        using var response = await PostAsync(SomeActivity.InChannel(Channel, "help"));
        await Channel.MessagesAsync(1, Cancellation);

        Assert.True(Time.GetUtcNow() - before >= TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_channel_that_is_busy_for_long_is_asked_again_and_again()
    {
        foreach (var status in (int[])[429, 502, 504])
            Channel.RefuseNext(status);

        using var response = await PostAsync(SomeActivity.InChannel(Channel, "help"));

        Assert.Single(await Channel.MessagesAsync(1, Cancellation));
    }

    [Fact]
    public async Task A_token_that_is_withdrawn_is_replaced_and_one_that_has_ended_too()
    {
        Channel.RefuseNextToken(429);
        using var first = await PostAsync(SomeActivity.InChannel(Channel, "help"));
        await Channel.MessagesAsync(1, Cancellation);
        Channel.WithdrawToken();
        using var second = await PostAsync(SomeActivity.InChannel(Channel, "help"));
        await Channel.MessagesAsync(2, Cancellation);
        Assert.Equal(2, Channel.TokensGiven);

        Time.Advance(TimeSpan.FromMinutes(58));
        using var third = await PostAsync(SomeActivity.InChannel(Channel, "help"));
        await Channel.MessagesAsync(3, Cancellation);
        Assert.Equal(3, Channel.TokensGiven);
    }

    [Fact]
    public async Task A_key_that_is_new_is_fetched_at_once_and_all_daily_and_they_serve_on_where_there_are_no_others()
    {
        var help = SomeActivity.Personal(Channel, "help").ToJsonString();
        using var known = await PostAsync(help, Channel.Token());
        Channel.HasNextKey = true;
        using var next = await PostAsync(help, Channel.Token(keyId: "next"));
        Channel.HasNextKey = false;
        Time.Advance(TimeSpan.FromHours(25));
        using var dropped = await PostAsync(help, Channel.Token(keyId: "next"));
        Channel.GivesNoKeys = true;
        Time.Advance(TimeSpan.FromHours(25));
        using var kept = await PostAsync(help, Channel.Token());

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK], new[] { known, next, dropped, kept }.Select(response => response.StatusCode));
        Assert.Equal(4, Channel.KeysGiven);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_channel_that_is_busy_is_asked_again(int status)
    {
        Channel.RefuseNext(status);

        using var response = await PostAsync(SomeActivity.InChannel(Channel, "help"));

        Assert.Contains("Ask a question", (await Channel.MessagesAsync(1, Cancellation))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_comes_again_later_with_a_turn_that_is_not_taken()
    {
        await Server.Services.GetRequiredService<PendingTurns>().StopAsync(Cancellation);

        using var response = await PostAsync(SomeActivity.Personal(Channel, "help"));

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Keys_and_the_bots_token_are_fetched_once()
    {
        for (var n = 0; n < 3; n++)
        {
            using var response = await PostAsync(SomeActivity.Personal(Channel, "help", $"a:{n}"));
        }

        _ = await Channel.MessagesAsync(3, Cancellation);

        Assert.Equal((1, 1), (Channel.KeysGiven, Channel.TokensGiven));
    }

    [Fact]
    public async Task Made_up_keys_do_not_make_the_bot_ask_for_keys_all_the_time()
    {
        using var other = RSA.Create(2048);
        for (var n = 0; n < 5; n++)
        {
            using var response = await PostAsync(SomeActivity.Personal(Channel, "help").ToJsonString(), Channel.Token(keyId: $"made up {n}", key: other));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Equal(1, Channel.KeysGiven);
    }

    [Fact]
    public async Task No_mutation_of_an_activity_is_more_than_a_bad_request()
    {
        var random = new Random(20_261_122);
        string[] seeds = [SomeActivity.Personal(Channel, "help").ToJsonString(), SomeActivity.InChannel(Channel, "sources").ToJsonString(), SomeActivity.Update(Channel).ToJsonString(), SomeActivity.Feedback(Channel, "like", "1").ToJsonString()];
        var (token, unexpected) = (Channel.Token(), new List<string>());

        for (var n = 0; n < Mutations; n++)
        {
            var mutated = ActivityMutation.Of(seeds[n % seeds.Length], random);
            using var response = await PostAsync(mutated, random.Next(10) == 0 ? null : token);
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.NotImplemented or HttpStatusCode.TooManyRequests))
                unexpected.Add($"{(int)response.StatusCode}: {mutated}");
        }

        await SettledAsync();
        Assert.True(unexpected.Count == 0, string.Join('\n', unexpected.Take(5)));
        Assert.Empty(Channel.Faults);
    }

    /// <summary>How many are tried.</summary>
    protected virtual int Mutations => 10_000;

    /// <summary>Waits until everything that was taken is answered.</summary>
    protected Task SettledAsync() => Server.Services.GetRequiredService<PendingTurns>().SettledAsync().WaitAsync(Cancellation);

    private protected Task<HttpResponseMessage> PostAsync(JsonObject activity) => PostAsync(activity.ToJsonString(), Channel.Token());

    protected async Task<HttpResponseMessage> PostAsync(string body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is { Length: > 0 })
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        else if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", Channel.Token());
        return await Server.Client.SendAsync(request, Cancellation);
    }
}
