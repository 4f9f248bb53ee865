using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Reads the statements of one article. Speakers are looked for only where a sentence is asked about.</summary>
internal sealed class StatementReader
{
    // Shorter ones are single words held at a distance: NATO's "official position".
    private const int ShortestQuotationInChars = 24;

    // "South Korea's own spy agency": two words between.
    private const int MostWordsFromOwner = 3;

    private static readonly FrozenSet<string> Papers = FrozenSet.Create("report", "reports", "statement", "account", "story", "letter", "study", "dispatch", "article");

    private readonly Article _article;
    private readonly List<(TextSpan Span, TextSpan Paragraph)> _sentences = [];
    private static readonly AttributionReader Attributions = new();
    private readonly List<Attribution> _attributions = [];
    private readonly HashSet<TextSpan> _read = [];
    private ArticleAttributions? _learned;

    /// <param name="article">Its captions, biographies and headlines are left out.</param>
    /// <param name="asOf">What a later correction has brought in is left out too, and so is the note itself; null for no limit.</param>
    public StatementReader(Article article, DateOnly? asOf = null)
    {
        _article = article;
        Tongue = Tongues.Of(article);
        var corrections = Correction.Of(article).ToLookup(correction => correction.Date > asOf);
        var later = corrections[true].SelectMany(correction => correction.NewTerms()).ToHashSet(StringComparer.Ordinal);
        Corrections = [.. corrections[false]];
        List<TextSpan> sentences = [];
        foreach (var paragraph in Paragraphs.Split(article.Text))
        {
            if (!article.IsEvidence(paragraph) && CorrectionAt(paragraph) is null)
            {
                continue;
            }

            sentences.Clear();
            SentenceSplitter.SplitParagraph(article.Text, paragraph, sentences);
            foreach (var sentence in sentences)
            {
                if (later.Count == 0 || !SpeakerMatch.Terms(article.Text[sentence.Start..sentence.End]).Overlaps(later))
                {
                    _sentences.Add((sentence, paragraph));
                }
            }
        }
    }

    /// <summary>The article's notes on its earlier versions, in their order.</summary>
    public IReadOnlyList<Correction> Corrections { get; }

    /// <summary>The note that a paragraph is part of; null if it is the story.</summary>
    public Correction? CorrectionAt(TextSpan paragraph) => Corrections.FirstOrDefault(correction => correction.Span.Overlaps(paragraph));

    public Article Article => _article;

    public Tongue Tongue { get; }

    /// <summary>The sentences of the story, in order.</summary>
    public IReadOnlyList<(TextSpan Span, TextSpan Paragraph)> Sentences => _sentences;

    public Statement Read(int sentence)
    {
        var (span, paragraph) = _sentences[sentence];
        var speaker = SpeakerOf(sentence);
        var relayed = Relays.Source(_article.Text, Words.Of(_article.Text, span), speaker) is { } source ? Described(source) ?? source : (TextSpan?)null;
        return new Statement(_article, span, paragraph, speaker, Quotation.QuotedChars(_article.Text, paragraph, span) >= ShortestQuotationInChars)
        {
            Relayed = relayed is { } name ? _article.Text[name.Start..name.End] : null,
            Correction = CorrectionAt(paragraph),
        };
    }

    /// <summary>Finds who says the sentences, all in one pass.</summary>
    public void Prepare(IEnumerable<int> sentences)
    {
        // Rules read an article as a whole, once; in a language of which nobody reads the claims, nobody is heard.
        if (Tongue == Tongue.Other || (Wording.Of(Tongue) is not null && _read.Count > 0))
        {
            return;
        }

        List<TextSpan> wanted = [.. sentences.Select(sentence => _sentences[sentence].Paragraph).Where(_read.Add)];
        if (wanted.Count > 0)
        {
            _attributions.AddRange(Wording.Of(Tongue) is { } wording ? RuleReader.Read(_article.Text, wording) : (_learned ??= Attributions.Of(_article.Text)).Read(wanted));
        }
    }

    private Speaker? SpeakerOf(int sentence)
    {
        Prepare([sentence]);
        var span = _sentences[sentence].Span;
        var said = _attributions.Where(attribution => attribution.Speaker is not null && !IsNobody(attribution)).MaxBy(attribution => Said(attribution, span));
        return said is not null && Said(said, span) > 0 && Named(said, said.Speaker!.Value) is var speaker && !IsPronoun(speaker.Name) ? speaker : null;
    }

    // How much of the sentence is said by the speaker; the outermost one, where one is quoted within another.
    private static int Said(Attribution attribution, TextSpan sentence) =>
        attribution.Content.Sum(content => Math.Max(0, Math.Min(content.End, sentence.End) - Math.Max(content.Start, sentence.Start)));

    private Speaker Named(Attribution attribution, TextSpan speaker)
    {
        var isEnglish = Tongue == Tongue.English;
        var author = isEnglish ? AuthorOf(speaker) : null;
        var core = author ?? speaker;
        var described = isEnglish ? Described(core) : null;
        var name = described ?? (core == speaker ? attribution.SpeakerName : null) ?? core;
        return new Speaker(core, _article.Text[name.Start..name.End], author is not null || described is not null || !attribution.IsAnonymous, attribution.Cue, attribution.Content);
    }

    // "A report by TV Chosun, a television channel" is TV Chosun's word.
    private TextSpan? AuthorOf(TextSpan speaker)
    {
        var words = Words.Of(_article.Text, speaker);
        if (words.Count < 4 || !Papers.Contains(words[1].Lower) || words[2].Lower is not ("by" or "from" or "of") || !words[3].IsCapitalised)
        {
            return null;
        }

        var end = words.FindIndex(3, word => word.IsMark);
        return words[3].Span.Union(words[(end < 0 ? words.Count : end) - 1].Span);
    }

    /// <summary>"South Korea's spy agency" for "the agency": the last owner that the article gives the same noun; null if it gives none.</summary>
    private TextSpan? Described(TextSpan speaker)
    {
        var words = Words.Of(_article.Text, speaker);
        if (words.Count != 2 || words[0].Lower != "the")
        {
            return null;
        }

        var before = Words.Of(_article.Text, new TextSpan(0, speaker.Start));
        for (var noun = before.Count - 1; noun > 0; noun--)
        {
            if (before[noun].Lower != words[1].Lower)
            {
                continue;
            }

            for (var owner = noun - 1; owner >= Math.Max(0, noun - MostWordsFromOwner) && !before[owner].IsMark; owner--)
            {
                if (before[owner].IsCapitalised && IsPossessive(before[owner].Lower))
                {
                    var first = owner;
                    while (first > 0 && before[first - 1].IsCapitalised)
                    {
                        first--;
                    }

                    return before[first].Span.Union(before[noun].Span);
                }
            }
        }

        return null;
    }

    // "You know you are there", "this shows": the reader, or what was said before. "A bank that focuses on farms": nobody says so.
    // "Neither the ministry nor the port".
    private bool IsNobody(Attribution attribution) => attribution.Speaker is { } speaker && (Negation.IsNegator(Words.Of(_article.Text, speaker).FirstOrDefault().Lower ?? "")
        || (NameWords.Is("nobody", _article.Text[speaker.Start..speaker.End])
            && (attribution.SpeakerName is null || !Words.Of(_article.Text, attribution.Cue).Exists(word => Sayings.IsSaying(word.Lower)))));

    // Nobody whom the article names before.
    private static bool IsPronoun(string name) => name.ToLowerInvariant() is "it" or "he" or "she" or "they" or "i" or "we" or "which" or "who";

    private static bool IsPossessive(string lower) => lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("’s", StringComparison.Ordinal);
}
