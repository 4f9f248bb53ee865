using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Answers.Drafts;

/// <summary>A passage as a model is shown it: the sentences of an article that report something.</summary>
internal sealed class PromptPassage
{
    private readonly HashSet<string> _words;

    public PromptPassage(int number, Article source, TextSpan span, IReadOnlyList<SourceSentence> sentences)
    {
        Number = number;
        Source = source;
        Span = span;
        Sentences = sentences;
        Normal = new NormalText(source.Text, span);
        Speakers = [.. sentences.Select(sentence => sentence.Statement.Statement.Speaker?.Name).OfType<string>().Distinct(StringComparer.Ordinal)];
        _words = sentences.SelectMany(sentence => sentence.Lowers).ToHashSet(StringComparer.Ordinal);
        Header = [.. ImprintText().Concat(Speakers).SelectMany(AllWords)];
        Imprint = [.. ImprintText().SelectMany(AllWords)];
        ImprintTerms = Imprint.Select(word => Sayings.Stem(word.Lower)).ToHashSet(StringComparer.Ordinal);
        HeaderTerms = Header.Select(word => Sayings.Stem(word.Lower)).ToHashSet(StringComparer.Ordinal);
        _words.UnionWith(Header.Concat(AllWords(source.Title)).SelectMany(word => WordParts.Of(word.Lower)));
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    public Article Source { get; }

    public TextSpan Span { get; }

    /// <summary>In their order; at least one.</summary>
    public IReadOnlyList<SourceSentence> Sentences { get; }

    public NormalText Normal { get; }

    /// <summary>Whoever its sentences quote.</summary>
    public IReadOnlyList<string> Speakers { get; }

    /// <summary>The words beside the text: outlet, author, date, speakers.</summary>
    public IReadOnlyList<Word> Header { get; }

    public IReadOnlySet<string> HeaderTerms { get; }

    /// <summary>The header without the speakers.</summary>
    public IReadOnlyList<Word> Imprint { get; }

    public IReadOnlySet<string> ImprintTerms { get; }

    public DateOnly? Published => Source.Provenance.Published;

    public string Text => string.Join(' ', Sentences.Select(sentence => OutputText.Clean(sentence.Statement.Statement.Text)));

    /// <summary>Whether the word stands in the passage or beside it, lower case and plain.</summary>
    public bool HasWord(string part) => _words.Contains(part);

    private static List<Word> AllWords(string text) => Words.Of(text, new TextSpan(0, text.Length));

    private IEnumerable<string> ImprintText()
    {
        string?[] texts = [Source.Provenance.Outlet, Source.Provenance.Author, Published?.ToString("d MMMM yyyy"), Published?.ToString("MMM yyyy-MM-dd")];
        return texts.OfType<string>();
    }
}
