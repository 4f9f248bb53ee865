using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Tests.Answers;

public sealed class FactKeysTests
{
    [Theory]
    [InlineData("Who opened the bridge?", "The bridge was opened by Marta Quill.", "Person", "quill")]
    [InlineData("Where did the ferry sink?", "The ferry sank near Kestrin.", "Place", "kestrin")]
    [InlineData("How many dockers were hurt?", "Twelve dockers were hurt.", "Amount", "12")]
    [InlineData("How much did the gate cost?", "The gate cost $1,400.", "Money", "1400")]
    [InlineData("What percentage of dockers struck?", "Some 40% of dockers struck.", "Share", "40")]
    [InlineData("When was the lock built?", "The lock was built in 1931.", "Time", "1931")]
    [InlineData("Which film won the prize?", "The prize went to “Harbour”.", "Title", "harbour")]
    public void An_answer_is_of_the_kind_that_is_asked_for(string asked, string sentence, string kind, string key)
    {
        var question = Asked(asked);

        Assert.Equal(kind, question.Kind.ToString());
        Assert.Contains(key, Keys(question, sentence).Of(question.Kind));
    }

    [Fact]
    public void What_the_question_says_itself_is_no_answer()
    {
        var keys = Keys(Asked("How many of the 61 branches of Tidewater will close?"), "It was said in Port Ansel that Tidewater's 61 branches stay.");

        Assert.Empty(keys.Of(AnswerKind.Amount));
        Assert.DoesNotContain("tidewater", keys.Names);
    }

    private static FactQuestion Asked(string text)
    {
        var question = Question.Parse(text);
        return new FactQuestion(Claim.Of(question, [.. question.Terms.Select(_ => 1.0)]));
    }

    private static FactKeys Keys(FactQuestion question, string sentence) => new(question, sentence, new TextSpan(0, sentence.Length));
}
