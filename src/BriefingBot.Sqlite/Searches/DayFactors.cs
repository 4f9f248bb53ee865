using BriefingBot.Retrieval;

namespace BriefingBot.Sqlite.Searches;

/// <summary><see cref="Closeness.Factor"/> of each day near a question's, looked up rather than computed for each article.</summary>
internal sealed class DayFactors
{
    // Farther off, the factor is 1 to six digits.
    private const int WindowInDays = 64;

    private readonly float[] _factors = [];
    private readonly int _firstDay;

    public DayFactors(DateOnly? near)
    {
        if (near is not { } day)
            return;

        _firstDay = Math.Max(1, day.DayNumber - WindowInDays);
        var last = Math.Min(DateOnly.MaxValue.DayNumber, day.DayNumber + WindowInDays);
        _factors = [.. Enumerable.Range(_firstDay, last - _firstDay + 1).Select(number => (float)Closeness.Factor(day, DateOnly.FromDayNumber(number)))];
    }

    /// <param name="day">A day number; 0 for none.</param>
    public float Of(int day) => (uint)(day - _firstDay) < (uint)_factors.Length ? _factors[day - _firstDay] : 1;
}
