using System.Text.RegularExpressions;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Gives a question without a topic the topic of the last one.</summary>
internal static partial class Topics
{
    /// <summary>The question that follow-ups were joined to, so that the next is joined to it and not to all of them.</summary>
    public static string WithoutFollowUp(string question)
    {
        var end = question.IndexOf("? ", StringComparison.Ordinal);
        return end < 0 ? question : question[..(end + 1)];
    }

    /// <summary>What a question for somebody's words about another asks them about: that other question; else the whole.</summary>
    public static string OfSaying(string question) =>
        Saying().Match(question) is { Success: true } saying ? $"{char.ToUpperInvariant(saying.Groups[1].ValueSpan[0])}{saying.Groups[1].ValueSpan[1..]}" : question;

    /// <param name="last">The last question, standing alone.</param>
    /// <param name="core">Says nothing of a topic itself.</param>
    /// <param name="words">Those of the core.</param>
    public static string Join(string last, string core, IReadOnlyList<SpokenWord> words)
    {
        last = OfSaying(last);
        var kind = Question.Parse(core).Kind;
        var speaks = words.Any(word => word.Kind == FollowUpWord.Speech);
        var names = Question.Parse(core).Names.Count > 0;

        // Whether it is so is what every answer tells.
        if (kind is QuestionKind.YesNo or QuestionKind.Other && !names)
            return last;

        var open = Pointer().Replace(core.TrimEnd('?', '.', '!', ' '), "");
        if (speaks && Clause().Match(last) is { Success: true } clause)
            return kind == QuestionKind.Statement ? $"{open} about this: {clause.Value["that ".Length..].TrimEnd('?', ' ')}?" : $"{open} {clause.Value.TrimEnd('?', ' ')}?";
        if (speaks && AboutPhrase().Match(last) is { Success: true } about)
            return $"{open} {about.Value.TrimEnd('?', ' ')}?";
        return speaks && (kind is QuestionKind.Who or QuestionKind.Statement || names)
            ? $"{open}{(kind == QuestionKind.Statement ? " about this" : " this")}: {Lower(last).TrimEnd('?', ' ')}?"
            : $"{last.TrimEnd('?', '.', '!', ' ')}? {core}";
    }

    /// <summary>A question that speaks of the last one's subject without naming it.</summary>
    public static string About(string core, string subject) => $"{core.TrimEnd('?', '.', '!', ' ')} (about {subject})?";

    // An opening stop word loses its capital; a name keeps it.
    private static string Lower(string question) =>
        FollowUpWords.Of(question) is [{ Kind: not FollowUpWord.Content }, ..] ? $"{char.ToLowerInvariant(question[0])}{question[1..]}" : question;

    [GeneratedRegex(@"^[^:]* this: (.+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Saying();

    [GeneratedRegex(@"\bthat .{3,}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\b(?:about|on|regarding) .{3,}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AboutPhrase();

    [GeneratedRegex(@"(?: about| on| to)? (?:it|that|this|so)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Pointer();
}
