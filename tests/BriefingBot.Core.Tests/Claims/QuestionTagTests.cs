using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Claims;

public sealed class QuestionTagTests
{
    [Theory]
    [InlineData("Was the gate sabotaged or not?")]
    [InlineData("Was the gate sabotaged, or not?")]
    [InlineData("The gate was sabotaged, wasn't it?")]
    [InlineData("The gate was sabotaged, right?")]
    [InlineData("The gate won't close again, will it?", true)]
    [InlineData("Wasn't the gate sabotaged?")]
    [InlineData("Was the gate not sabotaged?", true)]
    public void A_question_denies_nothing_by_how_it_is_put(string question, bool isNegated = false)
    {
        var parsed = Question.Parse(question);

        Assert.Equal(isNegated, Claim.Of(parsed, [.. parsed.Terms.Select(_ => 3.0)]).IsNegated);
    }

    [Theory]
    [InlineData("Was the gate sabotaged or not?", "Was the gate sabotaged")]
    [InlineData("Tarn Bank closed, isn’t it?", "Tarn Bank closed")]
    [InlineData("Is it a yes or no question?", "Is it a yes or no question?")]
    [InlineData("or not?", "or not?")]
    [InlineData(", right?", ", right?")]
    [InlineData("Was the gate sabotaged? how many?", "Was the gate sabotaged?")]
    [InlineData("Who won? And was it close?", "Who won? And was it close?")]
    public void A_tag_or_a_second_question_is_no_part_of_what_is_asked(string question, string body) =>
        Assert.Equal((question, body), (Question.Parse(question).Text, Question.Parse(question).Body));
}
