using System.CommandLine;
using System.Globalization;

namespace BriefingBot.Commands;

/// <summary>An option that takes a day.</summary>
internal static class DayOption
{
    public static Option<DateOnly?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name} takes a day such as 2024-07-02, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };
}
