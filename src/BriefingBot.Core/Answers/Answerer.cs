using System.Diagnostics;
using System.Runtime.CompilerServices;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Answers questions over an index. Thread-safe.</summary>
/// <param name="model">Writes the answers; null for the articles' own words alone.</param>
public sealed class Answerer(IPassageIndex index, ModelWriter? model = null)
{
    /// <summary>A longer question is refused.</summary>
    public const int LongestQuestionInChars = 10_000;

    // More articles would add weaker statements of the same, and time.
    private const int MaxArticles = 12;
    private const int MaxArticlesOfClaim = 30;

    private readonly Retriever _retriever = new(index);

    /// <param name="text">A question, or a claim.</param>
    /// <exception cref="QuestionException">The question is empty, too long or holds nothing to search for.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public async Task<Answer> AskAsync(string text, AskOptions? options = null, CancellationToken cancellation = default) =>
        (await EndAsync(StreamAsync(text, options, cancellation))).Answer;

    /// <summary>Answers a question that may lean on the last ones: what it may mean is asked in turn, the likeliest first.</summary>
    /// <returns>The question as it was understood, with its answer.</returns>
    /// <exception cref="QuestionException">The question is empty, too long or holds nothing to search for.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public Task<Turn> AskAsync(string text, Conversation conversation, AskOptions? options = null, CancellationToken cancellation = default) =>
        EndAsync(StreamAsync(text, conversation, options, cancellation));

    /// <summary>The status of a claim, from the stances toward it alone.</summary>
    /// <param name="text">A sentence that something is so.</param>
    /// <exception cref="QuestionException">It is a question, empty, too long or holds nothing to search for.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public async Task<Answer> CheckAsync(string text, AskOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.IsNullOrWhiteSpace(text) ? throw new QuestionException("the claim is empty; write a sentence that something is so")
            : text.TrimEnd().EndsWith('?')
            ? throw new QuestionException("that is a question, not a claim; ask it with briefingbot ask, or write it as a statement")
            : (await EndAsync(StreamAsync([text], options ?? AskOptions.Default, EvidenceSelector.Check, cancellation))).Answer;
    }

    /// <summary>An answer as it is written: the status, then sentences that hold, then the whole.</summary>
    /// <remarks>What goes wrong comes in place of the first event. Ending the enumeration, or cancelling it, stops the model.</remarks>
    /// <exception cref="QuestionException">The question is empty, too long or holds nothing to search for.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public IAsyncEnumerable<AnswerEvent> StreamAsync(string text, AskOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return StreamAsync([text], options ?? AskOptions.Default, EvidenceSelector.Select, cancellation);
    }

    /// <summary>The same for a question that may lean on the last ones.</summary>
    /// <exception cref="QuestionException">The question is empty, too long or holds nothing to search for.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public IAsyncEnumerable<AnswerEvent> StreamAsync(string text, Conversation conversation, AskOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return FollowAsync(text, conversation, options ?? AskOptions.Default, cancellation);
    }

    // A model reads it where there is one; the rules' readings stand behind its own.
    private async IAsyncEnumerable<AnswerEvent> FollowAsync(string text, Conversation conversation, AskOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var readings = conversation.Resolve(text);
        if (model is not null && conversation.Turns.Count > 0 && text.Length <= LongestQuestionInChars
            && await model.StandAloneAsync(text, conversation.Turns, options.ConversationId, cancellation) is { } read)
        {
            readings = [read, .. readings.Where(reading => !reading.Equals(read, StringComparison.Ordinal))];
        }

        await foreach (var written in StreamAsync(readings, options, EvidenceSelector.Select, cancellation))
        {
            yield return written;
        }
    }

    private static async Task<Turn> EndAsync(IAsyncEnumerable<AnswerEvent> events)
    {
        AnswerEvent? last = null;
        await foreach (var written in events)
        {
            last = written;
        }

        var answer = ((AnswerFinished)last!).Answer;
        return new Turn(answer.Question, answer);
    }

    /// <param name="readings">What is asked, the likeliest first: the first that the corpus answers counts, else the first.</param>
    private async IAsyncEnumerable<AnswerEvent> StreamAsync(
        IReadOnlyList<string> readings, AskOptions options, Func<Evidence, Retrieved, Findings?> select, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var span = AnswerTelemetry.Question();
        var start = Stopwatch.GetTimestamp();
        Answer? none = null;
        foreach (var reading in readings)
        {
            if (Read(reading, options, select, out var unanswered) is not { } briefing)
            {
                none ??= unanswered;
                continue;
            }

            yield return briefing.Status;
            await foreach (var written in model is null ? ExtractiveAsync(briefing) : model.WriteAsync(briefing, options.ConversationId, span?.Context ?? default, cancellation))
            {
                yield return written is AnswerFinished finished ? Finished(finished.Answer, start, span) : written;
            }

            yield break;
        }

        yield return new StatusDecided(none!.Question, none.Reply, none.Status, none.StatusReason, none.AsOf);
        yield return new SentenceWritten(none.Text, []);
        yield return Finished(none, start, span);
    }

    private static AnswerFinished Finished(Answer answer, long start, Activity? span)
    {
        var timed = answer with { Elapsed = Stopwatch.GetElapsedTime(start) };
        AnswerTelemetry.Count(span, timed);
        return new AnswerFinished(timed);
    }

    /// <returns>Null where the corpus does not answer.</returns>
    private Briefing? Read(string text, AskOptions options, Func<Evidence, Retrieved, Findings?> select, out Answer unanswered)
    {
        var question = Understand(text, options);
        var found = Retrieve(question, options);
        var claim = Claim.Of(question, found.TermIdf);
        unanswered = ExtractiveWriter.NotInCorpus(question, found);
        var evidence = Evidence.Of(claim, Versions(MaxArticles), options.AsOf);
        var briefing = Of(evidence);
        // Articles on what somebody feared or planned rank beside those on what was done: a claim that the first leave open is looked for in more.
        return question.Kind == QuestionKind.YesNo && briefing?.Findings.Verdict.Status is null or ClaimStatus.Unconfirmed && Of(evidence.Of(Versions(MaxArticlesOfClaim))) is { } more ? more : briefing;

        Versions Versions(int articles) => new(found.Articles.Select(ranked => ranked.Article), articles);
        Briefing? Of(Evidence read) => select(read, found) is { } findings ? new Briefing(read, found, findings, _retriever, options) : null;
    }

    private Retrieved Retrieve(Question question, AskOptions options)
    {
        using var span = AnswerTelemetry.Retrieval();
        var found = _retriever.Retrieve(question, new RetrievalOptions { AsOf = options.AsOf, Filter = options.Filter });
        AnswerTelemetry.Describe(span, found);
        return found;
    }

    private static async IAsyncEnumerable<AnswerEvent> ExtractiveAsync(Briefing briefing)
    {
        await Task.CompletedTask;
        List<SentenceWritten> sentences = [];
        foreach (var sentence in ExtractiveWriter.Write(briefing))
        {
            sentences.Add(sentence);
            yield return sentence;
        }

        yield return new AnswerFinished(ExtractiveWriter.Compose(briefing, sentences));
    }

    /// <summary>The answer that stands for a question that could not be asked, in a run that goes on with the others.</summary>
    /// <param name="text">The question.</param>
    /// <param name="reason">Why.</param>
    /// <param name="options">As it was to be asked.</param>
    public Answer Refuse(string text, QuestionException reason, AskOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new Answer(text, Reply.NotInCorpus, null, reason.Message, reason.Message, null, [], [], index.ExtentOf(options?.Filter, options?.AsOf), [], ExtractiveWriter.Model, TimeSpan.Zero);
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
