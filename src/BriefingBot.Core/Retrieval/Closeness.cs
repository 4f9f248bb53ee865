namespace BriefingBot.Retrieval;

/// <summary>How near an article's day is to the day of a question.</summary>
public static class Closeness
{
    // A question about the week's news is asked within some days of it, and seldom before.
    private const double DaysBefore = 8;
    private const double DaysAfter = 4;

    /// <summary>The most <see cref="Factor"/> gives.</summary>
    public const double MaxFactor = 1.5;

    /// <summary>0 to 1: 1 on the day itself; 0 if either day is unknown.</summary>
    public static double Of(DateOnly? asked, DateOnly? published)
    {
        if (asked is not { } question || published is not { } article)
            return 0;

        var days = question.DayNumber - article.DayNumber;
        return days >= 0 ? Math.Exp(-days * days / (DaysBefore * DaysBefore)) : Math.Exp(days / DaysAfter);
    }

    /// <summary>What a candidate's score is multiplied by: 1 to <see cref="MaxFactor"/>.</summary>
    public static double Factor(DateOnly? asked, DateOnly? published) => 1 + ((MaxFactor - 1) * Of(asked, published));
}
