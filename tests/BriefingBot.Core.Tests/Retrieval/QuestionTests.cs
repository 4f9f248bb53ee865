using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Retrieval;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("Has the Pentagon confirmed it?", QuestionKind.YesNo)]
    [InlineData("True or false: the bridge is open.", QuestionKind.YesNo)]
    [InlineData("Who leads the council?", QuestionKind.Who)]
    [InlineData("The council met on Monday. Who led it?", QuestionKind.Who)]
    [InlineData("How many soldiers were sent?", QuestionKind.HowMany)]
    [InlineData("What percentage of voters agreed?", QuestionKind.HowMany)]
    [InlineData("How old is the mayor?", QuestionKind.HowMany)]
    [InlineData("When does the ferry leave?", QuestionKind.When)]
    [InlineData("Where was the ship found?", QuestionKind.Where)]
    [InlineData("Which airline cancelled flights?", QuestionKind.Which)]
    [InlineData("In which city did the fire start?", QuestionKind.Which)]
    [InlineData("What is the new law called?", QuestionKind.What)]
    [InlineData("What did Austin say about the troops?", QuestionKind.Statement)]
    [InlineData("Why did the minister resign?", QuestionKind.Why)]
    [InlineData("How did the crew escape?", QuestionKind.How)]
    [InlineData("North Korean troops in Ukraine", QuestionKind.Other)]
    public void A_question_asks_for(string text, QuestionKind kind) => Assert.Equal(kind, Question.Parse(text).Kind);

    [Theory]
    [InlineData("Has the Pentagon confirmed that North Korean troops are in Ukraine?", "Pentagon|North Korean|Ukraine")]
    [InlineData("has the pentagon confirmed that north korean troops are in ukraine", "pentagon|north korean|ukraine")]
    [InlineData("Did John Kirby speak on Tuesday?", "John Kirby")]
    [InlineData("Officials met in July", "")]
    [InlineData("Is the Bank of Kestrin's vault open?", "Bank of Kestrin")]
    public void Names_are_found(string text, string names) =>
        Assert.Equal(names, string.Join('|', Question.Parse(text).Names.Select(name => name.Text)));

    [Fact]
    public void A_known_name_has_its_other_forms()
    {
        var forms = Question.Parse("Did the DPRK send troops?").Names.Single().Forms;
        Assert.Equal(["dprk"], forms[0].Terms);
        Assert.Contains(forms, form => form.Terms.SequenceEqual(TermAnalyzerTests.Terms("North Korea")) && form.Weight == 1);
        Assert.Contains(forms, form => form.Terms.SequenceEqual(TermAnalyzerTests.Terms("Pyongyang")) && form.Weight < 1);
    }

    [Fact]
    public void Numbers_and_quoted_phrases_are_kept()
    {
        var question = Question.Parse("Did Kirby call 10,000 troops a “grave concern”?");
        Assert.Equal(["10000"], question.Numbers);
        Assert.Equal(TermAnalyzerTests.Terms("grave concern"), question.Phrases.Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t?")]
    [InlineData("what is it and who are they")]
    public void A_question_of_no_content_words_is_empty(string text) => Assert.True(Question.Parse(text).IsEmpty);

    [Fact]
    public void Words_that_only_shape_a_question_weigh_less()
    {
        var terms = Question.Parse("What is the name of the senator?").Terms;
        Assert.True(terms.Single(term => term.Text == "name").Weight < terms.Single(term => term.Text == "senat").Weight);
    }
}
