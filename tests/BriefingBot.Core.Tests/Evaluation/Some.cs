using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Evaluation;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Evaluation;

/// <summary>A case about a ferry, and the answer that is right for it.</summary>
internal static class Some
{
    public const string QuoteText = "The Aurelia may have run aground off Tessaly, said Ada Brill, the harbour master.";

    public static readonly Article Article = new(
        "aurelia.txt", "Ferry late", $"{QuoteText}\n\nThe harbour office lists 40 passengers.", new Provenance("Harbour Wire", "Ilja Varn", null, new DateOnly(2025, 3, 1), "en", "00"), []);

    public static readonly Answer Answer = new(
        "Did the Aurelia run aground?", Reply.Answered, ClaimStatus.Unconfirmed, "nobody asserts it firmly", $"Not confirmed: “{QuoteText}” [1]",
        new DateOnly(2025, 3, 1), [Citation("Ada Brill")], [], new CorpusExtent(1, 2, null, null), [], "extractive", TimeSpan.FromMilliseconds(10));

    public static readonly Answer NoAnswer = Answer with { Reply = Reply.NotInCorpus, Status = null, Text = "Not in the corpus.", Citations = [] };

    public static readonly SuiteTurn Turn = new(TurnKind.Ask, Answer.Question, null, null, new Expected
    {
        Status = AnswerStatus.Unconfirmed,
        NotInCorpus = false,
        Quotes = [new ExpectedQuote("The Aurelia may have run aground off Tessaly", "Ada Brill")],
        Sources = ["aurelia.txt"],
        Speakers = ["Brill"],
        MustSay = ["aground"],
        MustNotSay = ["sank"],
    });

    public static readonly SuiteTurn UnanswerableTurn = new(TurnKind.Ask, "Who built the Aurelia?", null, null, new Expected { Status = AnswerStatus.NotInCorpus, NotInCorpus = true });

    public static Citation Citation(string? speaker, int start = 0, int? end = null, Article? article = null) =>
        new(1, new Quote(article ?? Article, new TextSpan(start, end ?? QuoteText.Length)), speaker, Stance.Supports, "may");

    public static ModelUsage Usage(int read, int written) => new(read, written, 1, IsEstimated: false, Cost: read + (3 * written), null);

    public static SuiteCase Case(string id, params SuiteTurn[] turns) => new(id, [], 1, turns);

    public static TurnAnswerer Answers(Answer answer, params string[] ranked) =>
        (turn, _, _) => Task.FromResult(new Answered(new Turn(turn.Text, answer), ranked));
}
