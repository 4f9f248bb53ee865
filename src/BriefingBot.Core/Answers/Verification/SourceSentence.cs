using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers.Verification;

/// <summary>One sentence of a passage, as a draft is held against it.</summary>
internal sealed class SourceSentence
{
    public SourceSentence(StatementStance statement)
    {
        Statement = statement;
        var text = statement.Statement.Source.Text;
        Words = Claims.Words.Of(text, Span);
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, Span, tokens);
        Terms = tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        Lowers = Words.SelectMany(word => WordParts.Of(word.Lower)).ToHashSet(StringComparer.Ordinal);
        Numbers = NumberReader.Read(Words).Select(number => number.Value).ToHashSet();
        Parts = [.. Clauses.Contrasting(Words).Select(part => new ClausePart(text, part))];
    }

    public StatementStance Statement { get; }

    public TextSpan Span => Statement.Statement.Span;

    public IReadOnlyList<Word> Words { get; }

    /// <summary>Stop words among them.</summary>
    public IReadOnlySet<string> Terms { get; }

    public IReadOnlySet<string> Lowers { get; }

    public IReadOnlySet<decimal> Numbers { get; }

    /// <summary>What it says on either side of a "but"; at least one.</summary>
    public IReadOnlyList<ClausePart> Parts { get; }

    /// <summary>Whether it tells its reader to do something or asks them: an article that does so in its own voice reports nothing by it.</summary>
    public static bool IsAddressed(Statement statement)
    {
        var words = Claims.Words.Of(statement.Source.Text, statement.Span).FindAll(word => !word.IsMark);
        return words.Count == 0 || (!StartsQuoted(statement)
            && (DraftWords.IsAddress(words[0].Lower) || statement.Text.EndsWith('?') || Addresses(statement)));
    }

    private static bool StartsQuoted(Statement statement) => statement.Speaker is not null && statement.HasQuotation && !char.IsLetterOrDigit(statement.Text[0]);

    // "In your response, suggest...": outside quotation marks nobody but the reader is "you".
    private static bool Addresses(Statement statement)
    {
        var quoted = Quotation.Spans(statement.Source.Text, statement.Paragraph);
        return Claims.Words.Of(statement.Source.Text, statement.Span).Exists(word => word.Lower is "you" or "your" or "yours" or "yourself" && !quoted.Exists(span => span.Contains(word.Span)));
    }
}

/// <summary>A part of a sentence, and how firm it is.</summary>
internal sealed class ClausePart
{
    public ClausePart(string text, List<Word> words)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, words[0].Span.Union(words[^1].Span), tokens);
        Terms = tokens.Where(token => !token.IsStopWord).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        Tone = Tone.Of(words);
    }

    public IReadOnlySet<string> Terms { get; }

    public Tone Tone { get; }
}

/// <summary>A word as it is compared: without possessive and points, parts of a compound apart.</summary>
internal static class WordParts
{
    public static IEnumerable<string> Of(string lower) => lower.Split('-', '‑', '/').Select(Plain).Where(part => part.Length > 0);

    private static string Plain(string lower) => FactQuestion.Plain(lower).Replace(".", "", StringComparison.Ordinal).Replace('’', '\'');
}
