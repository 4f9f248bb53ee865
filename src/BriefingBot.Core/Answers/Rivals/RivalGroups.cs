namespace BriefingBot.Answers;

/// <summary>Puts together what articles agree on, and tells how likely some of them contradict each other.</summary>
internal static class RivalGroups
{
    /// <summary>0 to 1: of the two that most likely do.</summary>
    public static double Contradiction(IReadOnlyList<ArticleValues> articles)
    {
        var most = 0.0;
        for (var i = 0; i < articles.Count; i++)
        {
            for (var j = i + 1; j < articles.Count; j++)
            {
                most = Math.Max(most, articles[i].ContradictionWith(articles[j]));
            }
        }

        return most;
    }

    /// <summary>Each article's likeliest value among those that agree with it; the groups that most articles share first.</summary>
    /// <param name="leastShare">Less likely values are left out.</param>
    public static List<IReadOnlyList<ArticleValue>> Of(IReadOnlyList<ArticleValues> articles, double leastShare)
    {
        List<List<ArticleValue>> groups = [];
        foreach (var value in articles.SelectMany(article => article.Values.Take(1)).Where(value => value.Share >= leastShare).OrderByDescending(value => value.Share))
        {
            if (groups.Find(group => group.TrueForAll(other => other.Best.Value.Agrees(value.Best.Value))) is { } agreeing)
            {
                agreeing.Add(value);
            }
            else
            {
                groups.Add([value]);
            }
        }

        return [.. groups.OrderByDescending(group => group.Sum(value => value.Share))];
    }
}
