using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>A question as understood: what it asks for and what it speaks of.</summary>
public sealed record Question
{
    private Question(string text, string body, DateOnly? date, QuestionParts parts)
    {
        Text = text;
        Body = body;
        Date = date;
        Kind = parts.Kind;
        Terms = parts.Terms;
        Names = parts.Names;
        Numbers = parts.Numbers;
        Phrases = parts.Phrases;
    }

    public string Text { get; }

    /// <summary>The text up to "or not?", "isn't it?" or the like, if it ends so; of a yes-or-no question and others after it, the first.</summary>
    public string Body { get; }

    /// <summary>The day it was asked, if that matters: news near it is preferred.</summary>
    public DateOnly? Date { get; }

    public QuestionKind Kind { get; }

    /// <summary>Its content words, each term once, in their order.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>Who and what it names, in their order.</summary>
    public IReadOnlyList<QuestionName> Names { get; }

    /// <summary>The numbers it holds, as terms; years and small numbers too.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>What stands in quotation marks, as terms.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Phrases { get; }

    /// <summary>Whether it holds nothing to search for.</summary>
    public bool IsEmpty => Terms.Count == 0;

    // Whoever asks whether something is so and, in the same breath, how much of it, is told of the first: the second takes it for granted.
    private static string First(string text) =>
        text.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark && mark + 1 < text.TrimEnd().Length && QuestionParser.Parse(text[..(mark + 1)]).Kind == QuestionKind.YesNo ? text[..(mark + 1)] : text;

    /// <param name="text">Of any length and content.</param>
    /// <param name="date">The day it is asked; null if that is not to count.</param>
    public static Question Parse(string text, DateOnly? date = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var body = First(QuestionTag.Before(text));
        return new Question(text, body, date, QuestionParser.Parse(body));
    }
}

/// <param name="Text">As the analyzer writes it.</param>
/// <param name="Weight">Above 0; 1 for an ordinary content word.</param>
/// <param name="Span">Where its first word stands in the question.</param>
public sealed record QuestionTerm(string Text, double Weight, TextSpan Span);

/// <summary>Someone or something a question names.</summary>
/// <param name="Text">As the question writes it.</param>
/// <param name="Span">Where it stands in the question.</param>
/// <param name="Forms">How articles may write it; the first is the question's own.</param>
public sealed record QuestionName(string Text, TextSpan Span, IReadOnlyList<NameForm> Forms);

/// <param name="Terms">As the analyzer writes them, stop words left out.</param>
/// <param name="Weight">0 to 1: how surely the form means the name.</param>
public sealed record NameForm(IReadOnlyList<string> Terms, double Weight);
