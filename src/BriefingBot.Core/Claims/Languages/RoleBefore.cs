using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Finds the role that Ukrainian and Russian put before a name: "представитель городской полиции Олег Дан".</summary>
internal static class RoleBefore
{
    private const int LongestInChars = 80;

    /// <returns>From the role up to the name; null if none stands there.</returns>
    public static TextSpan? Of(string text, int name, Wording wording)
    {
        var words = Words.Of(text, new TextSpan(Math.Max(0, name - LongestInChars), name));
        TextSpan? role = null;
        for (var i = words.Count - 1; i >= 0 && !words[i].IsMark && !wording.IsSaying(words[i].Lower); i--)
        {
            role = wording.Is("roles", words[i].Lower) ? words[i].Span.Union(words[^1].Span) : role;
        }

        return role;
    }
}
