using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>What the corpus holds for a question.</summary>
/// <param name="Passages">Best first; several of one article may be among them.</param>
/// <param name="Articles">Best first, each once.</param>
/// <param name="Searched">What the filter and the day of the search left of the corpus, as it was.</param>
/// <param name="Answerability">Whether the corpus answers at all.</param>
/// <param name="TermIdf">The inverse passage frequency of each of the question's terms, in their order; above 0.</param>
public sealed record Retrieved(
    IReadOnlyList<RankedPassage> Passages,
    IReadOnlyList<RankedArticle> Articles,
    CorpusExtent Searched,
    Answerability Answerability,
    IReadOnlyList<double> TermIdf);

/// <param name="Passage">The words.</param>
/// <param name="Score">Comparable within one question only; the article counts in it.</param>
/// <param name="Coverage">0 to 1: how much of the question, by weight, stands in the passage.</param>
public sealed record RankedPassage(Passage Passage, double Score, double Coverage);

/// <param name="Article">The article.</param>
/// <param name="Score">Comparable within one question only.</param>
/// <param name="Best">Its best passage; null if only the title matched.</param>
public sealed record RankedArticle(Article Article, double Score, TextSpan? Best);

/// <summary>Whether the corpus answers a question.</summary>
/// <param name="IsAnswered">Whether it is worth answering from what was found.</param>
/// <param name="Confidence">0 to 1, what is missing not counted; the corpus answers from one half, if nothing is missing.</param>
/// <param name="Missing">The question's names and numbers that stand nowhere near the rest of it, as the question writes them.</param>
public sealed record Answerability(bool IsAnswered, double Confidence, IReadOnlyList<string> Missing);
