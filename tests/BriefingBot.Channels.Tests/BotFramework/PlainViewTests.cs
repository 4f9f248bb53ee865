using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Views;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.DirectLine;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Tests.BotFramework;

/// <summary>What the channels of Bot Framework beside Teams get through the connector.</summary>
public sealed class PlainViewTests
{
    // What channels are sure to take, counted two bytes a character.
    private const int MostBytes = 28 * 1024;

    [Theory]
    [InlineData("emulator", 1)]
    [InlineData("emulator", 40)]
    [InlineData("webchat", 1)]
    [InlineData("webchat", 40)]
    public async Task However_long_an_answer_is_all_of_it_comes_within_the_limit_and_nothing_streams(string channel, int quotes)
    {
        var citations = Enumerable.Range(1, quotes).Select(CitationOf).ToList();
        var sent = await ShowAsync(channel, Answer(string.Join(' ', citations.Select(citation => $"{citation.Quote.Text} [{citation.Number}]")), citations));

        Assert.All(sent, activity => Assert.InRange(ActivityJson.SizeInBytes(activity), 1, MostBytes));
        Assert.DoesNotContain(sent, activity => activity.ChannelData is not null);
        var shown = string.Concat(sent.Select(activity => activity.Text));
        Assert.All(citations, citation => Assert.Contains(citation.Quote.Text, shown, StringComparison.Ordinal));
        Assert.Equal(channel == "webchat", sent[^1].Entities?.Count == 1);
    }

    [Fact]
    public async Task A_quote_that_is_not_in_the_text_stands_beside_its_source()
    {
        var sent = await ShowAsync("emulator", Answer("The lock is closed. [1]", [CitationOf(1)]) with { Model = "any:model" });

        Assert.Contains("[1] “Quote number 1 yyy", sent[^1].Text, StringComparison.Ordinal);
        Assert.Contains("Written by any:model, held to the quotes.", sent[^1].Text, StringComparison.Ordinal);
    }

    private static async Task<List<Activity>> ShowAsync(string channel, Answer answer)
    {
        IReplyView view = channel == "webchat" ? new WebChatView() : new PlainView();
        var sender = new CollectingSender();
        var received = new Activity { Type = "message", ChannelId = channel, ServiceUrl = "https://channel.example/", Text = answer.Question, Conversation = new ConversationAccount("a") };
        await view.ShowAsync(received, Replies(), sender, TestContext.Current.CancellationToken);
        return sender.Sent;

        async IAsyncEnumerable<BotReply> Replies()
        {
            await Task.CompletedTask;
            yield return new BotProgress("Searching 2 articles…");
            yield return new BotSentence(new SentenceWritten(answer.Text, answer.Citations));
            yield return new BotAnswer("id", answer);
        }
    }

    private static Answer Answer(string text, IReadOnlyList<Citation> citations) =>
        new("Who said so?", Reply.Answered, ClaimStatus.Reported, "1 asserts it", text, null, citations, [], new CorpusExtent(2, 4, null, null), [], ExtractiveWriter.Model, TimeSpan.Zero);

    private static Citation CitationOf(int n)
    {
        var words = $"Quote number {n} {new string('y', 700)}";
        return new Citation(n, new Quote(new Article($"a{n}", "A title", words, new Provenance("Outlet", null, "https://news.example/a", null, "en", $"{n}"), []), new TextSpan(0, words.Length)), "Somebody", Stance.Supports, "said");
    }

    private sealed class CollectingSender : IActivitySender
    {
        public List<Activity> Sent { get; } = [];

        public Task<string?> SendAsync(Activity activity, CancellationToken cancellation)
        {
            Sent.Add(activity);
            return Task.FromResult<string?>($"{Sent.Count}");
        }
    }
}
