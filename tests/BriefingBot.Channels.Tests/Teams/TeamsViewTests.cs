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
        new Activity { Type = "message", ChannelId = "msteams", Conversation = new ConversationAccount("a") { ConversationType = "personal" } }, replies, _sender, TestContext.Current.CancellationToken);

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
