using System.Text.RegularExpressions;

namespace BriefingBot.Retrieval;

/// <summary>Finds what a question ends with that asks for nothing of its own: "or not?", "isn't it?", "right?".</summary>
internal static partial class QuestionTag
{
    /// <summary>A question without its tag.</summary>
    public static string Before(string text) => Pattern().Match(text) is { Success: true, Index: > 0 } tag ? text[..tag.Index] : text;

    [GeneratedRegex(@"(?:\s+or\s+not|,\s*(?:or\s+(?:not|no)|right|correct|yes|no|true|(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)(?:n['’]t)?\s+(?:it|he|she|they|we|you|there)|(?:wo|ca)n['’]t\s+(?:it|he|she|they|we|you|there)))\s*[?!.]*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
