using System.Collections;
using BriefingBot.Answers.Verification;
using BriefingBot.Articles;

namespace BriefingBot.Answers.Drafts;

/// <summary>The passages that one answer may cite, in the order of their numbers, from 1. One thread may add while others read.</summary>
internal sealed class CitablePassages(IEnumerable<PromptPassage> first) : IReadOnlyList<PromptPassage>
{
    private volatile PromptPassage[] _passages = [.. first];

    public int Count => _passages.Length;

    public PromptPassage this[int index] => _passages[index];

    /// <returns>The passage that shows some of the span; null if none does.</returns>
    public PromptPassage? At(Article source, TextSpan span) =>
        Array.Find(_passages, passage => passage.Source.Id == source.Id && passage.Span.Overlaps(span));

    /// <returns>The passage, with the next number.</returns>
    public PromptPassage Add(Article source, TextSpan span, IReadOnlyList<SourceSentence> sentences)
    {
        var passage = new PromptPassage(_passages.Length + 1, source, span, sentences);
        _passages = [.. _passages, passage];
        return passage;
    }

    public IEnumerator<PromptPassage> GetEnumerator() => ((IEnumerable<PromptPassage>)_passages).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
