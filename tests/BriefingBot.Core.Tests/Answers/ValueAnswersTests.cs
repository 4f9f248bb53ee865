using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Core.Tests.Retrieval;

namespace BriefingBot.Tests.Answers;

public sealed class ValueAnswersTests
{
    private const string Older = "Ostrel is a market town in the north of Velmora. At the last census the population of Ostrel was 3,559.";
    private const string Same = "Ostrel lies on the river Anse. The town of Ostrel had a population of 3,559 people when it was counted.";
    private const string Other = "Ostrel is a town on the coast of Tarrin. As of the census the population of Ostrel was 12,400 people.";

    [Fact]
    public async Task Undated_articles_that_give_different_values_dispute_each_other()
    {
        var answer = await Ask("What is the population of Ostrel?", Older, Same, Other);

        Assert.Equal(ClaimStatus.Disputed, answer.Status);
        Assert.Equal("origins answer differently: 2 say 3,559; 1 says 12,400", answer.StatusReason);
        Assert.Contains("3,559", answer.Citations[0].Quote.Text, StringComparison.Ordinal);
        Assert.Contains("12,400", answer.Citations[1].Quote.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_with_another_value_disputes_what_it_is_copied_from()
    {
        var answer = await Ask("When was the Anse Mill built?",
            "The Anse Mill stands at the lower bridge of Ostrel. The Anse Mill was built in 1871 by the brothers Holm and ground rye until the war.",
            "The Anse Mill stands at the lower bridge of Ostrel. The Anse Mill was built in 1904 by the brothers Holm and ground rye until the war.");

        Assert.Equal(ClaimStatus.Disputed, answer.Status);
    }

    [Fact]
    public async Task Two_people_of_one_name_are_both_shown()
    {
        var answer = await Ask("When was Ilse Brandt born?",
            "Ilse Brandt (born 3 May 1951) is a Velmoran painter of harbours.",
            "Ilse Brandt (9 October 1876 – 1 March 1940) was a Tarrin botanist.");

        Assert.Equal(ClaimStatus.Disputed, answer.Status);
        Assert.Equal(2, answer.Citations.Count);
    }

    [Fact]
    public async Task Articles_without_provenance_that_agree_confirm_nothing()
    {
        var answer = await Ask("What is the population of Ostrel?", Older, Same);

        Assert.Equal(ClaimStatus.Reported, answer.Status);
    }

    [Fact]
    public async Task Articles_of_two_outlets_that_agree_confirm_a_value()
    {
        var answer = await Ask("What is the population of Ostrel?", Article("1", Older, "Anse Courier"), Article("2", Same, "Velmora Gazetteer"));

        Assert.Equal(ClaimStatus.Confirmed, answer.Status);
    }

    [Fact]
    public async Task Dated_articles_are_news_and_a_later_number_replaces_an_earlier_one()
    {
        var answer = await Ask(
            "What is the population of Ostrel?", Article("1", Older, "Anse Courier", new DateOnly(2011, 3, 1)), Article("2", Other, "Velmora Gazetteer", new DateOnly(2021, 3, 1)));

        Assert.NotEqual(ClaimStatus.Disputed, answer.Status);
    }

    [Fact]
    public async Task What_no_article_gives_is_not_in_the_corpus()
    {
        var answer = await Ask("When was Ilse Brandt born?", Older, Other);

        Assert.Equal(Reply.NotInCorpus, answer.Reply);
    }

    [Theory]
    [InlineData("What is the population of Port Marrow?")]
    [InlineData("What is the population of Lower Ostrel Bridge?")]
    public async Task The_same_of_another_town_is_no_answer(string asked)
    {
        var answer = await Ask(asked, Older, Other);

        Assert.Equal(Reply.NotInCorpus, answer.Reply);
    }

    [Fact]
    public async Task A_table_without_a_full_stop_is_quoted_around_its_value_only()
    {
        var table = string.Join(' ', Enumerable.Repeat("Towns of the north and what they grow", 30));
        var answer = await Ask("What is the population of Ostrel?", $"{table} population of Ostrel 3,559 people {table}");

        Assert.All(answer.Citations, citation => Assert.InRange(citation.Quote.Text.Length, 1, 400));
    }

    private static Task<Answer> Ask(string question, params string[] texts) =>
        Ask(question, [.. texts.Select((text, i) => Article($"{i}", text, null))]);

    private static Task<Answer> Ask(string question, params Article[] articles) =>
        new Answerer(new MemoryIndex(articles)).AskAsync(question, null, TestContext.Current.CancellationToken);

    private static Article Article(string id, string text, string? outlet, DateOnly? published = null) =>
        new(id, "", text, new Provenance(outlet, null, null, published, "en", id), []);
}
