using System.CommandLine;
using BriefingBot.Retrieval;

namespace BriefingBot.Commands;

/// <summary>The options that say which articles are searched.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> _outlets = Several("--outlet", "NAME", "Search articles of this outlet only; may be given again for others.");
    private readonly Option<string[]> _languages = Several("--language", "CODE", "Search articles in this language only, such as en; may be given again for others.");
    private readonly Option<string[]> _collections = Several("--collection", "NAME", "Search this collection only, a top folder of the corpus or what articles name; may be given again for others.");
    private readonly Option<DateOnly?> _from = DayOption.Create("--from", "Search articles of this day and later only.");
    private readonly Option<DateOnly?> _to = DayOption.Create("--to", "Search articles of this day and earlier only.");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_outlets, _languages, _collections, _from, _to])
        {
            command.Add(option);
        }
    }

    /// <returns>Null if all articles are searched.</returns>
    public PassageFilter? Filter(ParseResult parsed)
    {
        var filter = new PassageFilter
        {
            Outlets = Given(parsed, _outlets),
            Languages = Given(parsed, _languages),
            Collections = Given(parsed, _collections),
            From = parsed.GetValue(_from),
            To = parsed.GetValue(_to),
        };
        return filter.IsEmpty ? null : filter;
    }

    private static string[]? Given(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) is { Length: > 0 } names ? names : null;

    private static Option<string[]> Several(string name, string help, string description) => new(name) { Description = description, HelpName = help };
}
