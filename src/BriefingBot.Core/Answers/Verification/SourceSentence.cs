using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers.Verification;

/// <summary>One sentence of a passage, as a draft is held against it.</summary>
internal sealed class SourceSentence
{
    private static readonly string[] Endings = ["ed", "ing", "s", "ly"];
    private static readonly FrozenSet<string> Particles = FrozenSet.Create("down", "out", "up", "off", "over", "in", "on");
    private static readonly FrozenSet<string> Objects = FrozenSet.Create("a", "an", "the", "this", "these", "those", "my", "me", "us", "it", "them", "him", "her", "every", "each", "some", "any", "all", "how", "why", "what");
    private static readonly FrozenSet<string> Pronouns = FrozenSet.Create("he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "this", "that", "those", "these", "there", "the", "both", "our", "we", "us");

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
        Dates = DateReader.Read(Words);
        Denials = Denial.Of(text, Words);
        var quoted = Quotation.QuotedChars(text, statement.Statement.Paragraph, Span);
        IsQuotation = 2 * quoted > Span.Length;
        IsSpoken = IsQuotation || statement.Statement.Speaker is not null;
        HasPronoun = Words.Any(word => Pronouns.Contains(word.Lower));
        Parts = [.. Clauses.Contrasting(Words).Select(part => new ClausePart(text, part))];
    }

    public StatementStance Statement { get; }

    public TextSpan Span => Statement.Statement.Span;

    public IReadOnlyList<Word> Words { get; }

    /// <summary>Stop words among them.</summary>
    public IReadOnlySet<string> Terms { get; }

    public IReadOnlySet<string> Lowers { get; }

    public IReadOnlySet<decimal> Numbers { get; }

    public IReadOnlyList<DateMention> Dates { get; }

    public IReadOnlyList<Denial> Denials { get; }

    /// <summary>Whether somebody says it, and not the article alone.</summary>
    public bool IsSpoken { get; }

    /// <summary>Whether most of it stands in quotation marks.</summary>
    public bool IsQuotation { get; }

    /// <summary>Whether it points to somebody or something named before.</summary>
    public bool HasPronoun { get; }

    /// <summary>What it says on either side of a "but"; at least one.</summary>
    public IReadOnlyList<ClausePart> Parts { get; }

    /// <summary>Whether it tells its reader to do something or asks them: an article that does so in its own voice reports nothing by it.</summary>
    public static bool IsAddressed(Statement statement)
    {
        var words = Claims.Words.Of(statement.Source.Text, statement.Span).FindAll(word => !word.IsMark);
        return words.Count == 0 || (!StartsQuoted(statement)
            && (DraftWords.IsAddress(words[0].Lower) || IsCommand(words) || statement.Text.EndsWith('?') || Addresses(statement)));
    }

    /// <summary>Whether it tells whoever answers or reads what to do with what is theirs: "Group letters of your answer in fours." No article answers by it.</summary>
    public static bool IsInstruction(string text, TextSpan sentence)
    {
        var words = Claims.Words.Of(text, sentence).FindAll(word => !word.IsMark);
        return words.Count > 0 && (DraftWords.IsAddress(words[0].Lower) || IsCommand(words)) && words.Exists(word => word.Lower is "you" or "your" or "yours");
    }

    // "Break down the plot of...": a verb without an ending, and then what it is to be done to.
    private static bool IsCommand(List<Word> words)
    {
        var first = words[0].Lower;
        var at = words.Count > 1 && Particles.Contains(words[1].Lower) ? 2 : 1;
        return at < words.Count && Objects.Contains(words[at].Lower) && !Endings.Any(ending => first.EndsWith(ending, StringComparison.Ordinal))
            && !DraftWords.IsStarter(first) && !DraftWords.IsStrict(first) && !NameRule.IsStopWord(first);
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
