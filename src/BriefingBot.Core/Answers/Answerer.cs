using System.Diagnostics;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Answers questions over an index. Thread-safe.</summary>
public sealed class Answerer(IPassageIndex index)
{
    /// <summary>A longer question is refused.</summary>
    public const int LongestQuestionInChars = 10_000;

    // More articles would add weaker statements of the same, and time.
    private const int MaxArticles = 12;

    private readonly Retriever _retriever = new(index);

    /// <param name="text">A question, or a claim.</param>
    /// <exception cref="QuestionException">The question is empty, too long or holds nothing to search for.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public Task<Answer> AskAsync(string text, AskOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AnswerAsync(text, options ?? AskOptions.Default, EvidenceSelector.Select, cancellation);
    }

    /// <summary>Answers a question that may lean on the last ones: what it may mean is asked in turn, the likeliest first.</summary>
    /// <returns>The question as it was understood, with its answer.</returns>
    /// <exception cref="QuestionException">The question is empty, too long or holds nothing to search for.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public async Task<Turn> AskAsync(string text, Conversation conversation, AskOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        Turn? first = null;
        foreach (var reading in conversation.Resolve(text))
        {
            var turn = new Turn(reading, await AskAsync(reading, options, cancellation));
            if (turn.Answer.Reply == Reply.Answered)
                return turn;
            first ??= turn;
        }

        return first!;
    }

    /// <summary>The status of a claim, from the stances toward it alone.</summary>
    /// <param name="text">A sentence that something is so.</param>
    /// <exception cref="QuestionException">It is a question, empty, too long or holds nothing to search for.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public Task<Answer> CheckAsync(string text, AskOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimEnd().EndsWith('?')
            ? throw new QuestionException("that is a question, not a claim; ask it with briefingbot ask, or write it as a statement")
            : AnswerAsync(text, options ?? AskOptions.Default, EvidenceSelector.Check, cancellation);
    }

    private Task<Answer> AnswerAsync(string text, AskOptions options, Func<Evidence, Retrieved, Findings?> select, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = Stopwatch.GetTimestamp();
        var question = Understand(text, options);
        var found = _retriever.Retrieve(question, new RetrievalOptions { AsOf = options.AsOf, Filter = options.Filter });
        var claim = Claim.Of(question, found.TermIdf);
        var evidence = Evidence.Of(claim, found.Articles.Take(MaxArticles).Select(ranked => ranked.Article));
        var findings = select(evidence, found);
        var answer = findings is null ? ExtractiveWriter.NotInCorpus(question, found) : ExtractiveWriter.Write(evidence, found, findings);
        return Task.FromResult(answer with { Elapsed = Stopwatch.GetElapsedTime(start) });
    }

    /// <summary>The answer that stands for a question that could not be asked, in a run that goes on with the others.</summary>
    public Answer Refuse(string text, QuestionException reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new Answer(text, Reply.NotInCorpus, null, reason.Message, reason.Message, null, [], [], index.Extent, [], ExtractiveWriter.Model, TimeSpan.Zero);
    }

    private static Question Understand(string text, AskOptions options)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new QuestionException("the question is empty; ask something in words");
        }

        if (text.Length > LongestQuestionInChars)
        {
            throw new QuestionException($"the question has {text.Length} characters, the most is {LongestQuestionInChars}; ask a shorter one");
        }

        var question = Question.Parse(text, options.Asked);
        return question.IsEmpty ? throw new QuestionException("the question holds no word to search for; name what it is about") : question;
    }
}
