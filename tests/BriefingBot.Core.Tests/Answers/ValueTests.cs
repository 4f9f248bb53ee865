using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Tests.Answers;

public sealed class ValueTests
{
    [Theory]
    [InlineData("When was the mill built?", "12 May 2012", "May 2012")]
    [InlineData("When was the mill built?", "May 12, 2012", "12 May 2012")]
    [InlineData("When was the mill built?", "2012-05-12", "12th of May 2012")]
    [InlineData("When was the mill built?", "the 1960s", "1964")]
    [InlineData("How many people live in Ostrel?", "about 3,500", "3,506")]
    [InlineData("How many people live in Ostrel?", "3.5 million", "3,512,000")]
    [InlineData("How many branches has the library?", "twelve", "12")]
    [InlineData("Who designed the bridge?", "Petra Holm", "P. Holm")]
    [InlineData("Where is the Marlow depot?", "Ansel", "Ansel, Velmora")]
    [InlineData("What sport does Ilse Brandt play?", "a footballer", "American football")]
    [InlineData("What is the mascot of Kestrin High School?", "the eagle", "Eagles")]
    public void What_rounds_shortens_or_completes_a_value_agrees_with_it(string asked, string one, string other) =>
        Assert.True(Value(asked, one).Agrees(Value(asked, other)));

    [Theory]
    [InlineData("When was the mill built?", "1904", "January 1, 1877")]
    [InlineData("When was the mill built?", "12 May 2012", "13 May 2012")]
    [InlineData("When was the mill built?", "148 BC", "112 BC")]
    [InlineData("How many people live in Ostrel?", "3,506", "3,559")]
    [InlineData("How many people live in Ostrel?", "10,000", "3,559")]
    [InlineData("How many branches has the library?", "20", "21")]
    [InlineData("Who designed the bridge?", "Petra Holm", "Petra Quill")]
    [InlineData("Where is the Marlow depot?", "Ansel, Velmora", "Ansel, Tarrin")]
    [InlineData("What sport does Ilse Brandt play?", "association football", "American football")]
    [InlineData("What is the profession of Ilse Brandt?", "a biologist", "a volleyball player")]
    public void Other_values_do_not(string asked, string one, string other) =>
        Assert.False(Value(asked, one).Agrees(Value(asked, other)));

    [Theory]
    [InlineData("Why was the mill closed?")]
    [InlineData("What happened at the mill?")]
    [InlineData("Was the mill closed?")]
    [InlineData("Who said that the mill was closed?")]
    public void Where_a_sentence_answers_no_one_value_is_asked_for(string asked) => Assert.Null(Asked(asked));

    private static Value Value(string asked, string words)
    {
        var question = Asked(asked);
        Assert.NotNull(question);
        return Assert.Single(ValueFinder.Find(question, Words.Of(words, new TextSpan(0, words.Length)))).Value;
    }

    private static ValueQuestion? Asked(string text)
    {
        var question = Question.Parse(text);
        return ValueQuestion.Of(new FactQuestion(Claim.Of(question, [.. question.Terms.Select(_ => 1.0)])));
    }
}
