using BriefingBot.Answers;
using BriefingBot.Retrieval;

namespace BriefingBot.Evaluation;

/// <summary>Answers turns over an index.</summary>
public sealed class CorpusAnswerer(IPassageIndex index, Answerer answerer)
{
    private readonly Retriever _retriever = new(index);

    public async Task<Answered> AnswerAsync(SuiteTurn turn, Conversation earlier, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var options = new AskOptions { AsOf = turn.AsOf, Asked = turn.Date };
        try
        {
            var answered = turn.Kind == TurnKind.Check
                ? new Turn(turn.Text, await answerer.CheckAsync(turn.Text, options, cancellation))
                : await answerer.AskAsync(turn.Text, earlier, options, cancellation);
            return new Answered(answered, turn.Expected.Sources.Count > 0 ? Rank(answered.Question, turn) : []);
        }
        catch (QuestionException refused)
        {
            return new Answered(new Turn(turn.Text, answerer.Refuse(turn.Text, refused, options)), []);
        }
    }

    private List<string> Rank(string question, SuiteTurn turn) =>
        [.. _retriever.Retrieve(Question.Parse(question, turn.Date), new RetrievalOptions { AsOf = turn.AsOf }).Articles.Take(RetrievalMeasures.MostRanked).Select(ranked => ranked.Article.Id)];
}
