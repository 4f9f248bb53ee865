using BriefingBot.Evaluation;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class SuiteWriterTests
{
    private const string Odd = "Who said “it: is #1”?\t- 'yes' \"no\" \\ {a: [b]} & *c !d %e @f `g`\r\n\u0000\u0085\u2028\u2029\uFEFF\u007F Київ 평양 😀 ---";

    [Fact]
    public void A_suite_is_read_as_it_was_written()
    {
        var turn = new SuiteTurn(TurnKind.Ask, Odd, new DateOnly(2025, 3, 11), null, new Expected
        {
            Status = AnswerStatus.Denied,
            NotInCorpus = false,
            Quotes = [new ExpectedQuote(Odd, Odd), new ExpectedQuote("no speaker", null)],
            Sources = ["a.txt", Odd],
            Speakers = [Odd],
            MustSay = ["a | b"],
            MustNotSay = [Odd],
        })
        { Note = Odd };
        var claim = new SuiteTurn(TurnKind.Check, "It is so.", null, null, new Expected { Status = AnswerStatus.NotInCorpus, NotInCorpus = true });

        var suite = SuiteFile.Read("written.yaml", SuiteWriter.Write("A remark.", Odd, "articles", [new WrittenCase([turn], ["one", Odd]), new WrittenCase([turn, claim], []), new WrittenCase([claim], ["two"])]));

        Assert.Equal(Odd, suite.Name);
        Assert.Equal([[turn], [turn, claim], [claim]], suite.Cases.Select(one => one.Turns), (left, right) => Shown(left) == Shown(right));
        Assert.Equal([["one", Odd], [], ["two"]], suite.Cases.Select(one => one.Tags));
    }

    private static string Shown(IEnumerable<SuiteTurn> turns) => System.Text.Json.JsonSerializer.Serialize(turns);
}
