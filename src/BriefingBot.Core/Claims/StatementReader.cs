using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Reads the statements of one article. Speakers are looked for only where a sentence is asked about.</summary>
internal sealed class StatementReader
{
    // Shorter ones are single words held at a distance: NATO's "official position".
    private const int ShortestQuotationInChars = 24;

    // A pronoun, or a quotation without a speaker, is taken back this far.
    private const int LongestLookBackInSentences = 8;

    private readonly Article _article;
    private readonly List<(TextSpan Span, TextSpan Paragraph)> _sentences = [];
    private readonly Dictionary<int, Speaker?> _speakers = [];

    /// <param name="article">Its captions, biographies and headlines are left out.</param>
    public StatementReader(Article article)
    {
        _article = article;
        List<TextSpan> sentences = [];
        foreach (var paragraph in Paragraphs.Split(article.Text))
        {
            if (!article.IsEvidence(paragraph))
            {
                continue;
            }

            sentences.Clear();
            SentenceSplitter.SplitParagraph(article.Text, paragraph, sentences);
            foreach (var sentence in sentences)
            {
                _sentences.Add((sentence, paragraph));
            }
        }
    }

    public Article Article => _article;

    /// <summary>The sentences of the story, in order.</summary>
    public IReadOnlyList<(TextSpan Span, TextSpan Paragraph)> Sentences => _sentences;

    public Statement Read(int sentence)
    {
        var (span, paragraph) = _sentences[sentence];
        return new Statement(_article, span, paragraph, SpeakerOf(sentence), Quotation.QuotedChars(_article.Text, paragraph, span) >= ShortestQuotationInChars);
    }

    private Speaker? SpeakerOf(int sentence)
    {
        if (!_speakers.TryGetValue(sentence, out var speaker))
        {
            speaker = Own(sentence) ?? (IsQuoted(sentence) ? Inherited(sentence) : null);
            _speakers[sentence] = speaker;
        }

        return speaker;
    }

    private Speaker? Own(int sentence)
    {
        var (span, paragraph) = _sentences[sentence];
        return SpeakerFinder.Find(_article, span, Quotation.Spans(_article.Text, paragraph), () => LastBefore(sentence));
    }

    private bool IsQuoted(int sentence) => Quotation.IsQuoted(_article.Text, _sentences[sentence].Paragraph, _sentences[sentence].Span);

    // A sentence inside quotation marks belongs to the speaker of its paragraph, else to the one before it.
    private Speaker? Inherited(int sentence)
    {
        var paragraph = _sentences[sentence].Paragraph;
        for (var next = sentence + 1; next < _sentences.Count && _sentences[next].Paragraph == paragraph; next++)
        {
            if (Own(next) is { } speaker)
            {
                return speaker;
            }
        }

        return LastBefore(sentence);
    }

    private Speaker? LastBefore(int sentence)
    {
        for (var before = sentence - 1; before >= Math.Max(0, sentence - LongestLookBackInSentences); before--)
        {
            if ((_speakers.TryGetValue(before, out var known) ? known : Own(before)) is { } speaker)
            {
                return speaker;
            }
        }

        return null;
    }
}
