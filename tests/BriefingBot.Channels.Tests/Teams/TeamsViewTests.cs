using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Teams;
using BriefingBot.Channels.Tests.BotFramework.Fakes;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Tests.Teams;

public sealed class TeamsViewTests : IDisposable
{
    private readonly QuickTime _time = new();
    private readonly Collected _sender = new();

    public void Dispose() => _sender.Dispose();

    [Fact]
    public async Task Sentences_show_as_they_come_each_text_going_on_where_the_last_was()
    {
        await ShowAsync(Replies());

        async IAsyncEnumerable<BotReply> Replies()
        {
            yield return new BotProgress("Searching 2 articles…");
            yield return new BotSentence(new SentenceWritten("One.", []));
            await _sender.CountAsync(2);
            yield return new BotSentence(new SentenceWritten(" Two.", []));
            await _sender.CountAsync(3);
            yield return new BotAnswer("id", Answer("One. Two.", 0));
        }

        Assert.Equal([("informative", "Searching 2 articles…"), ("streaming", "One."), ("streaming", "One. Two.")], _sender.Sent.SkipLast(1).Select(sent => (StreamOf(sent)!, sent.Text!)));
        Assert.Equal("final", StreamOf(_sender.Sent[^1]));
    }

    [Fact]
    public async Task What_takes_longer_than_a_stream_may_is_finished_and_the_answer_follows()
    {
        await ShowAsync(Replies());

        async IAsyncEnumerable<BotReply> Replies()
        {
            yield return new BotProgress("Searching 2 articles…");
            yield return new BotSentence(new SentenceWritten("One.", []));
            await _sender.CountAsync(2);
            _time.Advance(TimeSpan.FromSeconds(110));
            await _sender.CountAsync(3);
            yield return new BotAnswer("id", Answer("One. Two.", 0));
        }

        Assert.Equal("final", StreamOf(_sender.Sent[2]));
        Assert.StartsWith("One.\n\nThis takes longer", _sender.Sent[2].Text, StringComparison.Ordinal);
        Assert.Null(StreamOf(_sender.Sent[3]));
        Assert.Contains("One. Two.", _sender.Sent[3].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Teams_does_not_let_it_stream_the_answer_comes_whole()
    {
        _sender.Refusals.Enqueue(new ConnectorException("no", 403, "ContentStreamNotAllowed"));

        await ShowAsync(Replies(Answer("One.", 0)));

        Assert.Null(StreamOf(Assert.Single(_sender.Sent)));
    }

    [Fact]
    public async Task However_long_the_text_becomes_each_goes_on_where_the_last_was()
    {
        await ShowAsync(Replies());

        async IAsyncEnumerable<BotReply> Replies()
        {
            yield return new BotProgress("Searching 2 articles…");
            for (var n = 0; n < 12; n++)
            {
                yield return new BotSentence(new SentenceWritten($"{(n == 0 ? "" : n == 6 ? "\n" : " ")}{new string((char)('a' + n), 495)}.", []));
                if (n is 3 or 9)
                    await _sender.CountAsync(n == 3 ? 2 : 3);
            }

            _time.Advance(TimeSpan.FromSeconds(110));
            await _sender.CountAsync(4);
            yield return new BotAnswer("id", Answer("One.", 0));
        }

        var shown = _sender.Sent.Where(sent => StreamOf(sent) == "streaming").Select(sent => sent.Text!).ToList();
        Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.StartsWith(shown[^1], _sender.Sent.Single(sent => StreamOf(sent) == "final").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task An_answer_whose_stream_cannot_be_ended_comes_as_a_message(int status)
    {
        await ShowAsync(Replies());

        async IAsyncEnumerable<BotReply> Replies()
        {
            yield return new BotProgress("Searching 2 articles…");
            await Task.CompletedTask;
            _sender.Refusals.Enqueue(new ConnectorException("no", status));
            yield return new BotAnswer("id", Answer("One.", 0));
        }

        Assert.Null(StreamOf(_sender.Sent[^1]));
        Assert.Contains("One.", _sender.Sent[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_stops_it_gets_no_more()
    {
        await ShowAsync(Replies());

        async IAsyncEnumerable<BotReply> Replies()
        {
            yield return new BotProgress("Searching 2 articles…");
            await Task.CompletedTask;
            _sender.Refusals.Enqueue(new ConnectorException("403 ContentStreamNotAllowed Content stream was canceled by user.", 403, "ContentStreamNotAllowed"));
            yield return new BotAnswer("id", Answer("One.", 0));
        }

        Assert.Single(_sender.Sent);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(35)]
    public async Task However_many_and_long_the_quotes_all_are_shown_within_the_limits(int quotes)
    {
        var answer = Answer(string.Join(' ', Enumerable.Range(1, quotes).Select(n => $"{new string('x', 900)} [{n}]")), quotes);

        await ShowAsync(Replies(answer));

        var rules = new TeamsRules(_time);
        var all = string.Concat(_sender.Sent.Select(sent => System.Text.Encoding.UTF8.GetString(ActivityJson.Write(sent))));
        foreach (var sent in _sender.Sent)
        {
            var text = System.Text.Encoding.UTF8.GetString(ActivityJson.Write(sent with { Conversation = new ConversationAccount("a") { ConversationType = "personal" } }));
            Assert.InRange(text.Length * 2, 1, 28 * 1024);
            rules.Check(System.Text.Json.Nodes.JsonNode.Parse(text)!.AsObject(), text);
        }

        Assert.All(Enumerable.Range(1, quotes), n => Assert.Contains($"[{n}] “Quote number {n} ", all, StringComparison.Ordinal));
        Assert.DoesNotContain(rules.Faults, fault => !fault.Contains("nobody began", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_is_labelled_as_a_program_s_and_its_card_begins_with_the_status()
    {
        await ShowAsync(Replies(Answer("One [1]", 1)));

        var message = _sender.Sent[^1];
        Assert.Equal("AIGeneratedContent", message.Entities![0].GetProperty("additionalType")[0].GetString());
        Assert.Equal("REPORTED", message.Attachments![0].Content.GetProperty("body")[0].GetProperty("items")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Nothing_of_an_article_is_markup()
    {
        const string Words = "*bold* <b>dam</b> [click](https://evil.example) ![x](https://evil.example/x.png)";
        var article = new Article("a", Words, Words, new Provenance(Words, null, null, null, "en", "1"), []);
        var answer = Answer($"{Words} [1]", 0) with { StatusReason = Words, Citations = [new Citation(1, new Quote(article, new TextSpan(0, Words.Length)), Words, Stance.Supports, "said")] };

        await ShowAsync(Replies(answer));

        var message = _sender.Sent[^1];
        Assert.DoesNotContain("<b>", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", message.Text!.Replace(@"\](", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("[1]", message.Text.Split("\n\n")[1], StringComparison.Ordinal);
        Assert.DoesNotContain(Texts(message.Attachments![0].Content), text => text.Contains("bold", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_card_would_take_for_a_day_is_shown_as_it_is_written()
    {
        const string Words = "On {{DATE(2020-01-01T00:00:00Z,SHORT)}} and {{{TIME(2020-01-01T00:00:00Z)}}} the lock was closed.";
        var article = new Article("a", "Lock", Words, new Provenance(null, null, null, null, "en", "1"), []);
        Citation citation = new(1, new Quote(article, new TextSpan(0, Words.Length)), null, Stance.Supports, null);

        var card = TeamsCard.Of(Answer("x [1]", 0), [citation], isFirst: false).Content;
        var runs = card.GetProperty("body")[0].GetProperty("items")[0].GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString()!).ToList();

        Assert.DoesNotContain(runs, run => run.Contains("{{", StringComparison.Ordinal));
        Assert.Equal($"[1] “{Words}”", string.Concat(runs));
    }

    [Fact]
    public async Task How_the_status_changed_is_told()
    {
        var answer = Answer("x [1]", 1);

        await ShowAsync(Replies(answer with { History = [new HistoryEntry(new DateOnly(2024, 1, 2), ClaimStatus.Denied, answer.Citations[0]), new HistoryEntry(new DateOnly(2024, 1, 3), ClaimStatus.Disputed, answer.Citations[0])] }));

        Assert.Contains("2024-01-02 denied: “Quote number 1", _sender.Sent[^1].Text, StringComparison.Ordinal);
        Assert.Contains("2024-01-03 disputed: “Quote number 1", _sender.Sent[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_in_the_corpus_is_said_once()
    {
        await ShowAsync(Replies(Answer("Not in the corpus: none of 2 articles answers this.", 0) with { Reply = Reply.NotInCorpus, Status = null, StatusReason = "nothing in the corpus takes a stance", Nearest = ["A *title*"] }));

        Assert.Equal("**NOT IN THE CORPUS**\n\nNot in the corpus: none of 2 articles answers this.\n\nNearest: A \\*title\\*.", _sender.Sent[^1].Text);
    }

    [Fact]
    public void An_address_that_is_not_of_the_web_gets_no_button()
    {
        var card = JsonSerializer.Serialize(TeamsCard.Of(Answer("x [1]", 1, "javascript:alert(1)"), Answer("x [1]", 1, "javascript:alert(1)").Citations, isFirst: true).Content);

        Assert.DoesNotContain("Action.OpenUrl", card, StringComparison.Ordinal);
        Assert.Contains("Who said what", card, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<BotReply> Replies(Answer answer)
    {
        await Task.CompletedTask;
        yield return new BotProgress("Searching 2 articles…");
        yield return new BotAnswer("id", answer);
    }

    private Task<ShownAnswer?> ShowAsync(IAsyncEnumerable<BotReply> replies) => new TeamsView(_time).ShowAsync(
        new Activity { Type = "message", ChannelId = "msteams", Text = "Who said so?", Conversation = new ConversationAccount("a") { ConversationType = "personal" } }, replies, _sender, TestContext.Current.CancellationToken);

    private static Answer Answer(string text, int quotes, string? url = "https://courier.example/x")
    {
        var citations = Enumerable.Range(1, quotes).Select(n =>
        {
            var words = $"Quote number {n} {new string('y', 700)}";
            var article = new Article($"a{n}", "A title that is rather long, longer than what Teams takes for the name of a citation, by far", words, new Provenance("Outlet", null, url, null, "en", $"{n}"), []);
            return new Citation(n, new Quote(article, new TextSpan(0, words.Length)), "Somebody", Stance.Supports, "said");
        });
        return new Answer("Who said so?", Reply.Answered, ClaimStatus.Reported, "1 asserts it", text, null, [.. citations], [], new CorpusExtent(2, 4, null, null), [], "extractive", TimeSpan.Zero);
    }

    // The texts of text blocks, which read Markdown.
    private static IEnumerable<string> Texts(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when ActivityJson.Text(part, "type") == "TextBlock" => [ActivityJson.Text(part, "text")!],
        JsonValueKind.Object => part.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    private static string? StreamOf(Activity activity) =>
        activity.Entities?.Select(entity => ActivityJson.Text(entity, "streamType")).FirstOrDefault(type => type is not null);

    private sealed class Collected : IActivitySender, IDisposable
    {
        private readonly SemaphoreSlim _came = new(0);

        public List<Activity> Sent { get; } = [];

        public Queue<ConnectorException> Refusals { get; } = new();

        public Task<string?> SendAsync(Activity activity, CancellationToken cancellation)
        {
            if (Refusals.TryDequeue(out var refusal))
                throw refusal;
            Sent.Add(activity);
            _came.Release();
            return Task.FromResult<string?>("stream");
        }

        public void Dispose() => _came.Dispose();

        public async Task CountAsync(int count)
        {
            while (Sent.Count < count)
                await _came.WaitAsync(TestContext.Current.CancellationToken);
        }
    }
}
