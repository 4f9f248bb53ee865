using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>A note in an article on what an earlier version of it said.</summary>
/// <param name="Span">The whole note.</param>
/// <param name="Date">The day it names; null if it names none.</param>
internal sealed partial record Correction(Article Article, TextSpan Span, DateOnly? Date)
{
    /// <summary>In the order of the text.</summary>
    public static IEnumerable<Correction> Of(Article article) => article.Parts.Where(part => part.Kind == PartKind.Correction)
        .Select(part => new Correction(article, part.Span, WrittenDate.Find(article.Text.AsSpan(part.Span.Start, part.Span.Length))));

    /// <summary>The words by which a stretch of a note takes back what it repeats: "An earlier version of this article said"; null if it says how it is.</summary>
    public static TextSpan? Retracts(string text, TextSpan stretch) =>
        Taken().Match(text.Substring(stretch.Start, stretch.Length)) is { Success: true } taken ? new TextSpan(stretch.Start + taken.Index, stretch.Start + taken.Index + taken.Length) : null;

    /// <summary>The terms that only the corrected version has: "grain" where it was fertiliser.</summary>
    public IReadOnlySet<string> NewTerms()
    {
        List<TextSpan> sentences = [];
        SentenceSplitter.SplitParagraph(Article.Text, Span, sentences);
        var isOld = sentences.ToLookup(sentence => Retracts(Article.Text, sentence) is not null, sentence => SpeakerMatch.Terms(Article.Text[sentence.Start..sentence.End]));
        return isOld[false].SelectMany(terms => terms).Except(isOld[true].SelectMany(terms => terms)).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\b(?:an? |the )?(?:earlier|previous|original|first|prior) (?:version|edition|report|headline)s?\b(?: of (?:this|the|our) \w+)?(?: (?:incorrectly|wrongly|mistakenly|erroneously|falsely))?(?: (?:said|stated|reported|gave|named|misstated|misidentified|suggested|claimed))?|\b(?:incorrectly|wrongly|mistakenly|erroneously|misstated|misidentified|misspelled|in error)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Taken();
}
