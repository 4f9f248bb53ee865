using BriefingBot.Answers;
using BriefingBot.Channels.Corpora;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Access;

/// <summary>The part of the corpus that one caller may read and wants to; nothing of the rest comes out of it. Thread-safe.</summary>
public sealed class Reading
{
    private readonly OpenedCorpus _opened;

    internal Reading(OpenedCorpus opened, PassageFilter? filter) => (_opened, Filter) = (opened, filter);

    /// <summary>Which articles; null for all.</summary>
    public PassageFilter? Filter { get; }

    /// <summary>What is searched.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public CorpusExtent Extent => Filter is null ? _opened.Index.Extent : new CorpusExtent(0, 0, null, null);

    /// <summary>Its articles.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public IReadOnlyList<ListedArticle> List() => Filter is null ? _opened.Index.List() : [];

    /// <summary>An answer as it is written.</summary>
    /// <exception cref="QuestionException">The question is empty, too long or holds nothing to search for.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public IAsyncEnumerable<AnswerEvent> AskAsync(string text, Conversation turns, AskOptions options, CancellationToken cancellation = default) =>
        _opened.Answerer.StreamAsync(text, turns, Narrowed(options), cancellation);

    /// <summary>The status of a claim.</summary>
    /// <exception cref="QuestionException">It is a question, empty, too long or holds nothing to search for.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public Task<Answer> CheckAsync(string text, AskOptions options, CancellationToken cancellation = default) =>
        _opened.Answerer.CheckAsync(text, Narrowed(options), cancellation);

    /// <summary>The passages and articles that speak of a question.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public Retrieved Search(Question question, DateOnly? asOf = null) =>
        new Retriever(_opened.Index).Retrieve(question, new RetrievalOptions { AsOf = asOf, Filter = Filter });

    private AskOptions Narrowed(AskOptions options) => options with { Filter = Filter };
}
