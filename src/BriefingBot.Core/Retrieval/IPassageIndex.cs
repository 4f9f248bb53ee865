using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Finds passages by their terms. Safe for concurrent readers.</summary>
/// <remarks>Terms are those of <see cref="TermAnalyzer"/>. A title is found as a passage of its own, with <see cref="Candidate.Span"/> null.</remarks>
public interface IPassageIndex : IDisposable
{
    /// <summary>What is indexed now.</summary>
    CorpusExtent Extent => ExtentOf(null);

    /// <summary>What a search with this filter and day would search now; cheap enough for every question.</summary>
    /// <param name="filter">Which articles; null for all.</param>
    /// <param name="asOf">Articles dated later are left out, undated ones are not; null for no limit.</param>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    CorpusExtent ExtentOf(PassageFilter? filter, DateOnly? asOf = null);

    /// <summary>The passages that match the weighted terms best, best first.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    Candidates Search(CandidateQuery query);

    /// <summary>One article by the number a candidate carries.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    Article Read(long article);

    /// <summary>One article by its <see cref="Article.Id"/>; of several the first that was indexed.</summary>
    /// <param name="id">Any text.</param>
    /// <param name="filter">Which articles may be found; null for all.</param>
    /// <returns>Null if there is none, or none that the filter admits.</returns>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    Article? Find(string id, PassageFilter? filter = null);

    /// <summary>A part of the list of articles: newest first, undated last, of one day by their ids.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    ArticleList List(ListQuery query);

    /// <summary>The outlets of the articles that a filter admits, most articles first, then by name. Articles that name no outlet are not counted.</summary>
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    IReadOnlyList<OutletCount> Outlets(PassageFilter? filter = null);

    /// <summary>Reads the whole index, and the files of the corpus if one is given.</summary>
    /// <returns>A line for each thing that is wrong; none if all is well.</returns>
    /// <exception cref="IndexException">The index is so damaged that it cannot be read.</exception>
    IReadOnlyList<string> Verify(Corpus? corpus = null);
}

/// <param name="Articles">How many.</param>
/// <param name="Passages">How many, titles not counted.</param>
/// <param name="From">The first written date; null if no article has one.</param>
/// <param name="To">The last written date; null if no article has one.</param>
public sealed record CorpusExtent(int Articles, int Passages, DateOnly? From, DateOnly? To);

/// <summary>A bag of different terms. Articles dated after <paramref name="AsOf"/> are not searched.</summary>
/// <param name="Terms">Each term once.</param>
/// <param name="Most">How many candidates at most, from 1.</param>
/// <param name="AsOf">Undated articles are searched whatever it is.</param>
/// <param name="Near">Scores are multiplied by <see cref="Closeness.Factor"/> of this day and the article's; null multiplies none.</param>
/// <param name="Filter">Which articles are searched; null for all.</param>
/// <param name="Names">
/// The names of several words among the terms, each as its terms with a space between; an index that knows names prefers articles that write them whole.
/// </param>
public sealed record CandidateQuery(
    IReadOnlyList<QueryTerm> Terms,
    int Most,
    DateOnly? AsOf = null,
    DateOnly? Near = null,
    PassageFilter? Filter = null,
    IReadOnlyList<string>? Names = null);

/// <param name="Text">As the analyzer writes it.</param>
/// <param name="Weight">Times its inverse passage frequency; above 0.</param>
/// <param name="Word">As the question writes it, for an index that analyses words by their language too; null if it writes none.</param>
public sealed record QueryTerm(string Text, double Weight, string? Word = null);

/// <param name="Article">The index's own number of the article, for <see cref="IPassageIndex.Read"/>.</param>
/// <param name="Span">Where the passage stands in the article's text; null for the title.</param>
/// <param name="Score">Comparable within one search only.</param>
public readonly record struct Candidate(long Article, TextSpan? Span, double Score);

/// <param name="Hits">Best first.</param>
/// <param name="PassageFrequency">In how many passages of the articles searched each term of the query stands, in the order of the query's terms.</param>
/// <param name="Searched">The articles that the query's filter and day left to be searched, in the same commit.</param>
public sealed record Candidates(IReadOnlyList<Candidate> Hits, IReadOnlyList<int> PassageFrequency, CorpusExtent Searched);

/// <summary>An index that cannot be used; the message is one line that says what, where and what to do.</summary>
public sealed class IndexException : Exception
{
    public IndexException()
    {
    }

    public IndexException(string message)
        : base(message)
    {
    }

    public IndexException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether what is stored makes no sense; an update that is not optional builds the index anew.</summary>
    public bool IsDamage { get; init; }
}
