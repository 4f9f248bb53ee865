using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims.Syntax;

public sealed class StatementSyntaxTests
{
    [Theory]
    [InlineData("\"We will close the lock for a month,\" said Vera Lund, the mayor of Ostia.")]
    [InlineData("The council will close the lock for a month, Vera Lund said on Monday.")]
    public void What_is_said_before_its_speaker_is_read_without_the_words_that_name_them(string sentence)
    {
        var said = Read(sentence)[0];

        Assert.DoesNotContain(said.Words, word => word.Lower == "lund");
        Assert.Equal("close", said.Words[Enumerable.Range(0, said.Words.Count).Single(i => said.Heads[i] == SyntaxTree.Root)].Lower);
    }

    [Theory]
    [InlineData("ANSEL (Lantern News Agency) – The council closed the lock.")]
    [InlineData("(LNA) The council closed the lock.")]
    public void A_dateline_is_no_part_of_the_sentence(string sentence) =>
        Assert.Equal("the council closed the lock .", string.Join(' ', Read(sentence).Single().Words.Select(word => word.Lower)));

    [Fact]
    public void Words_in_quotation_marks_within_a_sentence_are_read_with_it() =>
        Assert.Equal("council", Subject(Read("The council's \"special committee\" met. The \"council\" closed the lock.", 1).Single(), "closed"));

    [Fact]
    public void Will_before_a_surname_is_a_name() =>
        Assert.Equal("NNP", Read("Will Dorn closed the lock.").Single().Tags[0]);

    private static IReadOnlyList<SyntaxTree> Read(string text, int sentence = 0) =>
        StatementSyntax.Read(new StatementReader(new Article("a", "", text, new Provenance(null, null, null, null, "en", "h"), [])).Read(sentence));

    private static string Subject(SyntaxTree tree, string verb) =>
        tree.Words[tree.Below(Enumerable.Range(0, tree.Words.Count).First(i => tree.Words[i].Lower == verb), "nsubj").Single()].Lower;
}
