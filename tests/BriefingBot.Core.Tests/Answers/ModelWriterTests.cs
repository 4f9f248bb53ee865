using BriefingBot.Answers;

namespace BriefingBot.Core.Tests.Answers;

public sealed class ModelWriterTests
{
    private const string Good = "Twelve people were hurt on the ferry, the harbour office said.";
    private const string Bad = "Ninety people were hurt on the ferry, the harbour office said.";

    [Fact]
    public async Task A_sentence_that_holds_is_shown_with_its_citation()
    {
        var answer = await SomeNews.AskAsync(Good, 1);

        Assert.Contains($"{Good} [1]", answer.Text, StringComparison.Ordinal);
        Assert.Equal("test:scripted", answer.Model);
        Assert.Equal(1, answer.Verification!.Kept);
        Assert.Equal("office", answer.Citations[0].Quote.Source.Id);
    }

    [Fact]
    public async Task What_fails_goes_back_to_the_model_once_with_what_was_wrong()
    {
        var model = new ScriptedModel(ScriptedModel.Draft((Bad, [1])), ScriptedModel.Draft((Good, [1])));

        var answer = await SomeNews.Answerer(model).AskAsync(SomeNews.Question, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(2, model.Requests.Count);
        Assert.Contains("Ninety", model.Requests[1][^1].Text, StringComparison.Ordinal);
        Assert.Contains(Good, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ninety", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_holds_the_articles_own_words_are_given_and_it_says_so()
    {
        var model = new ScriptedModel(ScriptedModel.Draft((Bad, [1])));

        var answer = await SomeNews.Answerer(model).AskAsync(SomeNews.Question, cancellation: TestContext.Current.CancellationToken);
        var extractive = await new Answerer(SomeNews.Index()).AskAsync(SomeNews.Question, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(extractive.Text, answer.Text);
        Assert.Equal("extractive", answer.Model);
        Assert.Contains("articles: this answer is in their own words", answer.Note, StringComparison.Ordinal);
        Assert.Equal(2, model.Requests.Count);
        Assert.Equal(1, answer.Verification!.Dropped);
    }

    [Fact]
    public async Task What_was_streamed_is_the_answer_and_the_status_comes_first()
    {
        var model = new ScriptedModel(ScriptedModel.Draft((Bad, [1]), (Good, [1]), ("The union claimed that 40 people were hurt.", [2])));
        List<AnswerEvent> events = [];

        await foreach (var written in SomeNews.Answerer(model).StreamAsync(SomeNews.Question, cancellation: TestContext.Current.CancellationToken))
        {
            events.Add(written);
        }

        var answer = Assert.IsType<AnswerFinished>(events[^1]).Answer;
        Assert.Equal(answer.Status, Assert.IsType<StatusDecided>(events[0]).Status);
        var sentences = events.OfType<SentenceWritten>().ToList();
        Assert.Equal(answer.Text, string.Concat(sentences.Select(sentence => sentence.Text)));
        Assert.Equal(answer.Citations, sentences.SelectMany(sentence => sentence.Citations));
    }

    [Fact]
    public async Task Without_a_model_the_same_events_come()
    {
        List<AnswerEvent> events = [];

        await foreach (var written in new Answerer(SomeNews.Index()).StreamAsync(SomeNews.Question, cancellation: TestContext.Current.CancellationToken))
        {
            events.Add(written);
        }

        Assert.IsType<StatusDecided>(events[0]);
        Assert.Equal(Assert.IsType<AnswerFinished>(events[^1]).Answer.Text, string.Concat(events.OfType<SentenceWritten>().Select(sentence => sentence.Text)));
    }

    [Fact]
    public async Task Whoever_stops_reading_stops_the_model()
    {
        var model = new ScriptedModel(ScriptedModel.Draft((Good, [1]), ("The union claimed that 40 people were hurt.", [2])));

        await foreach (var written in SomeNews.Answerer(model).StreamAsync(SomeNews.Question, cancellation: TestContext.Current.CancellationToken))
        {
            if (written is SentenceWritten)
            {
                break;
            }
        }

        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task What_the_corpus_does_not_answer_no_model_is_asked()
    {
        var model = new ScriptedModel(ScriptedModel.Draft((Good, [1])));

        var answer = await SomeNews.Answerer(model).AskAsync("Who won the Velmora football cup?", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(Reply.NotInCorpus, answer.Reply);
        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task A_side_that_the_model_leaves_out_is_quoted()
    {
        const string Question = "Had people on the ferry been warned?";
        var model = new ScriptedModel(ScriptedModel.Draft(("The ferry struck the mole of Tessaly on Monday, the harbour office said.", [1])));

        var answer = await SomeNews.Answerer(model).AskAsync(Question, cancellation: TestContext.Current.CancellationToken);
        var extractive = await new Answerer(SomeNews.Index()).AskAsync(Question, cancellation: TestContext.Current.CancellationToken);

        Assert.Superset(extractive.Citations.Select(citation => citation.Stance).ToHashSet(), answer.Citations.Select(citation => citation.Stance).ToHashSet());
    }

    [Fact]
    public async Task A_spent_day_is_answered_in_the_articles_own_words()
    {
        var model = new ScriptedModel(ScriptedModel.Draft((Good, [1])));
        var answerer = SomeNews.Answerer(model, new() { MaxTokensPerDay = 500 });

        await answerer.AskAsync(SomeNews.Question, cancellation: TestContext.Current.CancellationToken);
        var second = await answerer.AskAsync(SomeNews.Question, cancellation: TestContext.Current.CancellationToken);

        Assert.Single(model.Requests);
        Assert.Equal("extractive", second.Model);
        Assert.Contains("tokens of today are used up", second.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cap_of_one_conversation_is_not_anothers()
    {
        var model = new ScriptedModel(ScriptedModel.Draft((Good, [1])));
        var answerer = SomeNews.Answerer(model, new() { MaxTokensPerConversation = 500 });

        await answerer.AskAsync(SomeNews.Question, new() { ConversationId = "a" }, TestContext.Current.CancellationToken);
        var again = await answerer.AskAsync(SomeNews.Question, new() { ConversationId = "a" }, TestContext.Current.CancellationToken);
        var other = await answerer.AskAsync(SomeNews.Question, new() { ConversationId = "b" }, TestContext.Current.CancellationToken);

        Assert.Equal("extractive", again.Model);
        Assert.Equal("test:scripted", other.Model);
    }

    [Fact]
    public async Task Tokens_and_cost_are_counted()
    {
        var model = new ScriptedModel(ScriptedModel.Draft((Good, [1])));

        var answer = await SomeNews.Answerer(model, new() { PricePerMillionPromptTokens = 2, PricePerMillionAnswerTokens = 10 }).AskAsync(SomeNews.Question, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((1_000, 100, 1, false), (answer.Usage!.PromptTokens, answer.Usage.AnswerTokens, answer.Usage.Requests, answer.Usage.IsEstimated));
        Assert.Equal(0.003m, answer.Usage.Cost);
    }
}
