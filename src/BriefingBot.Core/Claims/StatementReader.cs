using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Reads an article sentence by sentence and finds who says each.</summary>
internal static class StatementReader
{
    // Shorter ones are single words held at a distance: NATO's "official position".
    private const int ShortestQuotationInChars = 24;

    /// <summary>The statements of the story, in order; captions, biographies and headlines left out.</summary>
    public static IReadOnlyList<Statement> Read(Article article)
    {
        List<Statement> statements = [];
        Speaker? previous = null;
        Speaker? last = null;
        foreach (var paragraph in Paragraphs.Split(article.Text).Where(article.IsEvidence))
        {
            List<TextSpan> sentences = [];
            SentenceSplitter.SplitParagraph(article.Text, paragraph, sentences);
            var quoted = Quotation.Spans(article.Text, paragraph);
            List<Speaker?> speakers = [];
            foreach (var sentence in sentences)
            {
                speakers.Add(SpeakerFinder.Find(article, sentence, quoted, speakers.LastOrDefault(speaker => speaker is not null) ?? last));
            }

            last = speakers.LastOrDefault(speaker => speaker is not null) ?? last;
            Inherit(article.Text, paragraph, sentences, speakers, previous);
            statements.AddRange(sentences.Select((sentence, i) => new Statement(article, sentence, paragraph, speakers[i], Quotation.QuotedChars(article.Text, paragraph, sentence) >= ShortestQuotationInChars)));
            previous = speakers[^1] ?? (Quotation.IsQuoted(article.Text, paragraph, sentences[^1]) ? previous : null);
        }

        return statements;
    }

    // A sentence inside quotation marks belongs to the speaker of its paragraph, else to the one before it.
    private static void Inherit(string text, TextSpan paragraph, List<TextSpan> sentences, List<Speaker?> speakers, Speaker? previous)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            if (speakers[i] is null && Quotation.IsQuoted(text, paragraph, sentences[i]))
            {
                speakers[i] = speakers.Skip(i + 1).FirstOrDefault(speaker => speaker is not null)
                    ?? speakers.Take(i).LastOrDefault(speaker => speaker is not null)
                    ?? previous;
            }
        }
    }
}
