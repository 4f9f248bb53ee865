namespace BriefingBot.Claims;

/// <summary>
/// Tells from the words beside names whose they are: whoever speaks somewhere in the article is a person, what has an article
/// or a place's preposition before it ("the Veldt Rovers", "in Santa Marea") and never speaks is none.
/// </summary>
internal sealed class PersonHints
{
    private readonly string text;
    private readonly HashSet<string> speaking = new(StringComparer.Ordinal);
    private readonly HashSet<string> things = new(StringComparer.Ordinal);

    public PersonHints(string text, IEnumerable<NameMention> mentions)
    {
        this.text = text;
        foreach (var mention in mentions)
        {
            Read(mention);
        }
    }

    /// <summary>Whether the name has the form of a person's and nothing beside it speaks against that.</summary>
    public bool IsPerson(NameMention name) => name.IsPerson && (name.HasTitle || speaking.Contains(name.LastWord) || !things.Contains(Key(name)));

    private void Read(NameMention mention)
    {
        var (before, after) = (WordBefore(mention.Span.Start), WordAfter(mention.Span.End));
        if (IsSaying(before) || IsSaying(after) || before == "to" && text.AsSpan(0, mention.Span.Start).EndsWith("ccording to ") || after is "who" || char.IsDigit(after.FirstOrDefault()))
        {
            speaking.Add(mention.LastWord);
        }
        else if (before is "the" or "a" or "an" || (before is "in" or "at" or "near" or "across" or "throughout" or "outside" or "inside" or "via" or "through" && !IsOwning(mention)))
        {
            things.Add(Key(mention));
        }
    }

    private bool IsOwning(NameMention mention) => mention.Span.End < text.Length && text[mention.Span.End] is '\'' or '’';

    private static bool IsSaying(string word) => word is "said" or "says" or "told" or "tells" or "added" or "wrote" or "tweeted" or "asked" or "testified";

    private static string Key(NameMention mention) => string.Join(' ', mention.Words);

    private string WordBefore(int at)
    {
        var end = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end].ToLowerInvariant();
    }

    // A comma may stand between: "Jan Pell, 45", "Jan Pell, who".
    private string WordAfter(int at)
    {
        var start = at;
        while (start < text.Length && start < at + 2 && text[start] is ' ' or ',')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[start..end].ToLowerInvariant();
    }
}
