using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>A sentence and what of a claim stands in it and around it, as bits in the order of the claim's terms; nobody has read yet what it says.</summary>
/// <param name="Reader">Of its article.</param>
/// <param name="Index">From 0, among the sentences of the story.</param>
/// <param name="Hits">The words that count, as the claim's matcher numbers them.</param>
/// <param name="Own">In the sentence itself.</param>
/// <param name="Before">In the two sentences before it, and not in itself.</param>
/// <param name="Around">In the title, or names from anywhere in the article, and not in the others.</param>
/// <param name="Relevance">0 to 1: the share of the claim in itself, before and around it, the farther weighing less.</param>
internal sealed record ClaimSentence(StatementReader Reader, int Index, ReadOnlyMemory<TermHit> Hits, ulong Own, ulong Before, ulong Around, double Relevance)
{
    /// <summary>What "those reports" point at: the two sentences before it, or the last alone where it speaks of the claim's names and says something else of them.</summary>
    public ulong Nearest { get; init; }

    /// <summary>In the title or the first sentence: what the story is about.</summary>
    public ulong Topic { get; init; }

    /// <summary>Anywhere in the story.</summary>
    public ulong Anywhere { get; init; }

    public Article Source => Reader.Article;

    /// <summary>Whether it stands in a note on an earlier version, and not in the story.</summary>
    public bool IsCorrection => Reader.CorrectionAt(Paragraph) is not null;

    public TextSpan Span => Reader.Sentences[Index].Span;

    public TextSpan Paragraph => Reader.Sentences[Index].Paragraph;
}
