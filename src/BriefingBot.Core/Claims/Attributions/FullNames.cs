namespace BriefingBot.Claims;

/// <summary>
/// The fullest form that an article has used of a name: Zelensky is the Volodymyr Zelensky named before. Where several
/// share a surname, it alone means the first of them, for the others go by their full names, but in a paragraph that
/// begins with one of the others it means that one.
/// </summary>
internal sealed class FullNames
{
    private readonly Dictionary<string, List<NameMention>> bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Given, string Surname), List<NameMention>> byName = [];
    private readonly Dictionary<string, List<NameMention>> named = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Surname, int Paragraph), NameMention> firstOfParagraph = [];

    /// <param name="mentions">In the order of the text.</param>
    public FullNames(IEnumerable<NameMention> mentions)
    {
        foreach (var mention in mentions.Where(IsPersonal))
        {
            Add(mention);
        }
    }

    public NameMention Of(NameMention name)
    {
        if (!IsPersonal(name))
        {
            return name;
        }

        var meant = name.GivenName is null ? Meant(name) : name;
        var forms = meant.GivenName is { } given ? byName[(given, meant.LastWord)] : bySurname[name.LastWord];
        return forms.FindLast(form => form.Span.Start <= name.Span.Start && form.Includes(name)) ?? name;
    }

    // Whoever is named in full: first in the paragraph, or else in the article.
    private NameMention Meant(NameMention surname)
    {
        var first = firstOfParagraph[(surname.LastWord, surname.Paragraph)];
        return first.GivenName is not null && first.Span.Start <= surname.Span.Start ? first
            : named.GetValueOrDefault(surname.LastWord)?.Find(form => form.Span.Start <= surname.Span.Start && form.Includes(surname)) ?? surname;
    }

    private static bool IsPersonal(NameMention mention) => !mention.IsOrganisation && mention.Words[0] != "The";

    private void Add(NameMention mention)
    {
        firstOfParagraph.TryAdd((mention.LastWord, mention.Paragraph), mention);
        AddIfFuller(bySurname, mention.LastWord, mention);
        if (mention.GivenName is { } given && AddIfFuller(byName, (given, mention.LastWord), mention))
        {
            Of(named, mention.LastWord).Add(mention);
        }
    }

    private static bool AddIfFuller<TKey>(Dictionary<TKey, List<NameMention>> lists, TKey key, NameMention mention)
        where TKey : notnull
    {
        var forms = Of(lists, key);
        var isFuller = forms.Count == 0 || mention.Words.Count > forms[^1].Words.Count;
        forms.AddRange(isFuller ? [mention] : []);
        return isFuller;
    }

    private static List<NameMention> Of<TKey>(Dictionary<TKey, List<NameMention>> lists, TKey key)
        where TKey : notnull => lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
