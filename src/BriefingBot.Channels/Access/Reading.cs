using System.Runtime.CompilerServices;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Corpora;
using BriefingBot.Channels.Limits;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Access;

/// <summary>The part of the corpus that one caller may read and wants to; nothing of the rest comes out of it. Thread-safe.</summary>
public sealed class Reading
{
    // Each costs an answer; what "he" and "there" may mean stands in the last ones.
    private const int MostFollowed = 4;

    private const int LongestNameInChars = 500;

    private readonly OpenedCorpus _opened;
    private readonly Turnstile _turnstile;

    internal Reading(OpenedCorpus opened, PassageFilter? filter, Turnstile turnstile, DateTimeOffset changedAt) =>
        (_opened, Filter, _turnstile, ChangedAt) = (opened, filter, turnstile, changedAt);

    /// <summary>Which articles; null for all.</summary>
    public PassageFilter? Filter { get; }

    /// <summary>What is searched.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public CorpusExtent Extent => _opened.Index.ExtentOf(Filter);

    /// <summary>Its outlets, most articles first.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public IReadOnlyList<OutletCount> Outlets => _opened.Index.Outlets(Filter);

    /// <summary>Some of its articles, newest first.</summary>
    /// <param name="skip">How many come before them, from 0.</param>
    /// <param name="most">How many, from 0.</param>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public ArticleList List(int skip, int most) => _opened.Index.List(new ListQuery { Filter = Filter, Skip = skip, Most = most });

    /// <summary>One of its articles.</summary>
    /// <returns>Null if it has none of this id.</returns>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public Article? Find(string id) => _opened.Index.Find(id, Filter);

    /// <summary>One of its articles as a reader names it: by its id, its title, or the name of its file if the words of that lead to it.</summary>
    /// <returns>Null if none is named so.</returns>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public Article? FindNamed(string name)
    {
        var plain = name.Trim().Trim('"', '“', '”', '«', '»', '„', '.', '?');
        if (Find(name) is { } article)
            return article;
        return plain.Length <= LongestNameInChars && Question.Parse(plain) is { IsEmpty: false } question
            ? Search(question).Articles.Select(found => found.Article).FirstOrDefault(found => IsNamed(found, plain))
            : null;
    }

    private static bool IsNamed(Article article, string name) =>
        ((string[])[article.Title.Trim(), Path.GetFileName(article.Id), Path.GetFileNameWithoutExtension(article.Id)]).Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Since when the corpus is as it is, as far as that is known.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>An answer as it is written.</summary>
    /// <exception cref="QuestionException">The question is empty, too long or holds nothing to search for.</exception>
    /// <exception cref="BusyException">Too many wait already.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(string text, Conversation turns, AskOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var events = _opened.Answerer.StreamAsync(text, turns, Narrowed(options), cancellation).GetAsyncEnumerator(cancellation);

        // What takes the processor's time comes before the first event; who reads slowly afterwards keeps nobody waiting.
        using (await _turnstile.EnterAsync(cancellation))
        {
            if (!await events.MoveNextAsync())
                yield break;
        }

        do
            yield return events.Current;
        while (await events.MoveNextAsync());
    }

    /// <summary>The conversation that earlier questions make, found again in the articles' own words, without a model; only the last few count.</summary>
    /// <param name="questions">As typed, oldest first; what cannot be asked is passed over.</param>
    /// <exception cref="BusyException">Too many wait already.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public async Task<Conversation> FollowAsync(IReadOnlyList<string> questions, AskOptions options, CancellationToken cancellation = default)
    {
        var conversation = Conversation.Empty;
        if (questions.Count == 0)
            return conversation;

        var answerer = new Answerer(_opened.Index);
        using var turn = await _turnstile.EnterAsync(cancellation);
        foreach (var question in questions.TakeLast(MostFollowed))
        {
            try
            {
                conversation = conversation.With(await answerer.AskAsync(question, conversation, Narrowed(options), cancellation));
            }
            catch (QuestionException)
            {
                // It was refused when it was asked, too.
            }
        }

        return conversation;
    }

    /// <summary>The status of a claim.</summary>
    /// <exception cref="QuestionException">It is a question, empty, too long or holds nothing to search for.</exception>
    /// <exception cref="BusyException">Too many wait already.</exception>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public async Task<Answer> CheckAsync(string text, AskOptions options, CancellationToken cancellation = default)
    {
        using (await _turnstile.EnterAsync(cancellation))
            return await _opened.Answerer.CheckAsync(text, Narrowed(options), cancellation);
    }

    /// <summary>The passages and articles that speak of a question.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public Retrieved Search(Question question, DateOnly? asOf = null) =>
        new Retriever(_opened.Index).Retrieve(question, new RetrievalOptions { AsOf = asOf, Filter = Filter });

    private AskOptions Narrowed(AskOptions options) => options with { Filter = Filter };
}
