using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Tells which names are one speaker: Austin and Lloyd Austin, the spy agency in Seoul and South Korea's, a body and its secretary.</summary>
internal sealed class SpeakerGroups
{
    private readonly DisjointSets _same = new();

    /// <param name="articles">Where offices are looked for.</param>
    /// <param name="voices">All that speak.</param>
    public SpeakerGroups(IReadOnlyList<Article> articles, IEnumerable<Voice> voices)
    {
        var names = voices.Select(voice => new SpeakerName(voice)).DistinctBy(name => (name.Key, name.Article.Id)).ToList();
        List<SpeakerName> distinct = [.. names.DistinctBy(name => name.Key)];
        JoinForms(distinct);
        foreach (var article in names.GroupBy(name => name.Article))
        {
            JoinForms([.. article]);
            JoinBodies([.. article]);
        }

        JoinOffices(articles, distinct);
    }

    public string Of(Voice voice) => _same.RootOf(new SpeakerName(voice).Key);

    // A part of a name goes with the fullest of them.
    private void JoinForms(List<SpeakerName> names)
    {
        foreach (var part in names)
        {
            if (names.Where(part.IsPartOf).MaxBy(whole => whole.Terms.Count) is { } whole)
            {
                _same.Join(part.Key, whole.Key);
            }
        }
    }

    // "Pell Marrow, the bank's chief executive": in an article where Tidewater Bank speaks too, that is the bank.
    private void JoinBodies(List<SpeakerName> names)
    {
        foreach (var name in names.Where(name => !name.IsBody))
        {
            var hasWording = Wording.Of(Tongues.Of(name.Article)) is not null;
            var before = hasWording ? SpeakerMatch.OfficesBefore(name.Article, name.Head) : [];
            foreach (var office in SpeakerMatch.Offices(name.Article, name.Head).Concat(before))
            {
                if (names.Find(other => other.IsBody && (hasWording ? office.Overlaps(other.Terms) : office.Contains(other.Last))) is { } body)
                {
                    _same.Join(name.Key, body.Key);
                }
            }
        }
    }

    // "Marta Quill, secretary of the Inland Dockers' Union" speaks for the Inland Dockers; Ukraine's president is the Ukrainian president.
    private void JoinOffices(IReadOnlyList<Article> articles, List<SpeakerName> names)
    {
        foreach (var name in names.Where(name => !name.IsBody))
        {
            foreach (var article in articles)
            {
                foreach (var office in SpeakerMatch.Offices(article, name.Head).Concat(SpeakerMatch.OfficesBefore(article, name.Head)))
                {
                    Join(article, name, office, names);
                }
            }
        }
    }

    private void Join(Article article, SpeakerName name, IReadOnlySet<string> office, List<SpeakerName> names)
    {
        foreach (var other in names)
        {
            var isMeant = !other.IsBare || other.Article == article || other.Article.Text.Contains(name.Head.Split(' ')[^1], StringComparison.Ordinal);
            if (other.Key != name.Key && isMeant && other.Terms.Count > 0 && other.Terms.IsSubsetOf(office))
            {
                _same.Join(name.Key, other.Key);
            }
        }
    }
}
