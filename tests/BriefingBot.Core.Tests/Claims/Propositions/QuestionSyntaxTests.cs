using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Claims.Propositions;

public sealed class QuestionSyntaxTests
{
    [Theory]
    [InlineData("Did Tarn recall the Coral Five?", "tarn", "recall", "five")]
    [InlineData("Did Norland win the Ostia Cup?", "norland", "win", "cup")]
    [InlineData("Has the council closed the lock?", "council", "closed", "lock")]
    [InlineData("Will the bank of Velmora close 14 branches?", "bank", "close", "branches")]
    [InlineData("Did Norland voters reject the new law?", "voters", "reject", "law")]
    public void A_question_is_read_as_the_statement_it_asks_about(string question, string doer, string verb, string done)
    {
        var tree = QuestionSyntax.Read(Question.Parse(question))!;
        var head = Enumerable.Range(0, tree.Words.Count).Single(i => tree.Heads[i] == SyntaxTree.Root);
        var deed = Deed.Of(tree, head);

        Assert.Equal((verb, doer, done), (tree.Words[head].Lower, tree.Words[deed.Doers[0]].Lower, tree.Words[deed.Done[0]].Lower));
    }

    [Theory]
    [InlineData("?")]
    [InlineData("Did")]
    [InlineData("Did it?")]
    [InlineData("Was was was was?")]
    [InlineData("Did did did did did did did?")]
    public void A_question_that_is_no_sentence_breaks_nothing(string question) =>
        Assert.True(QuestionSyntax.Read(Question.Parse(question)) is null or { Words.Count: > 0 });
}
