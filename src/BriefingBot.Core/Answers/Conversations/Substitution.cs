using System.Text.RegularExpressions;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Asks the last question anew of someone, somewhere or some time else.</summary>
internal static partial class Substitution
{
    /// <param name="last">The last question, standing alone.</param>
    /// <param name="fragment">"NATO", "the union", "in March".</param>
    public static string Of(string last, string fragment)
    {
        var question = last.TrimEnd('?', '.', '!', ' ');
        if (Phrase().Match(fragment) is { Success: true } phrase)
        {
            var (preposition, words) = (phrase.Groups[1].Value, phrase.Groups[2].Value);
            return Place(question, preposition) is { } place
                ? $"{question[..place.Start]}{words}{question[place.End..]}?"
                : $"{question} {preposition.ToLowerInvariant()} {words}?";
        }

        // Whoever is named after somebody was asked for his words is asked for theirs.
        var topic = Topics.OfSaying(question);
        if (!ReferenceEquals(topic, question))
            return $"What does {fragment} say about this: {char.ToLowerInvariant(topic[0])}{topic[1..]}?";

        return Slot(question, fragment) is { } slot
            ? $"{question[..slot.Start]}{fragment}{question[slot.End..]}?"
            : $"{question}, {fragment}?";
    }

    // The name to be replaced: one of the same kind, else the first, which the question is put to.
    private static TextSpan? Slot(string question, string fragment)
    {
        var names = Question.Parse(question).Names;
        if (names.Count == 0)
            return null;

        var speech = FollowUpWords.Of(question).Find(word => word.Kind == FollowUpWord.Speech);
        if (speech.Lower is not null && names.LastOrDefault(name => name.Span.End < speech.Span.Start) is { } speaker)
            return new TextSpan(WithArticle(question, speaker.Span.Start), speech.Span.Start - 1);

        var kind = NameKinds.Of(fragment);
        var slot = names.FirstOrDefault(name => kind is not null && NameKinds.Of(name.Text) == kind) ?? names[0];
        var start = WithArticle(question, slot.Span.Start);
        var length = question.AsSpan(slot.Span.Start, slot.Span.Length).EndsWith("s") && question[slot.Span.End - 2] is '\'' or '’' ? slot.Span.Length - 2 : slot.Span.Length;
        return new TextSpan(start, slot.Span.Start + length);
    }

    private static int WithArticle(string question, int start) =>
        question[..start].EndsWith("the ", StringComparison.OrdinalIgnoreCase) ? start - "the ".Length : start;

    /// <summary>Where the words after the last such preposition stand: a name, or up to the end.</summary>
    private static TextSpan? Place(string question, string preposition)
    {
        var at = question.LastIndexOf($" {preposition} ", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;

        var start = at + preposition.Length + 2;
        var name = Question.Parse(question).Names.FirstOrDefault(name => name.Span.Start >= start && name.Span.Start <= start + "the ".Length);
        return new TextSpan(start, name?.Span.End ?? question.Length);
    }

    [GeneratedRegex(@"^(in|at|on|from|by|for|with|to|of|during|after|before|since|near)\s+(.+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Phrase();
}
