using BriefingBot.Channels.Problems;
using BriefingBot.Retrieval;
using Microsoft.AspNetCore.Mvc;

namespace BriefingBot.Channels.Readings;

/// <summary>Which articles an address asks for; each name may be given again for others.</summary>
/// <param name="Outlets">Articles of this outlet only.</param>
/// <param name="Languages">Articles in this language only, ISO 639-1.</param>
/// <param name="Collections">Articles of this collection only.</param>
/// <param name="From">The first day of publication; undated articles are left out.</param>
/// <param name="To">The last day of publication; undated articles are left out.</param>
internal sealed record FilterQuery(
    [FromQuery(Name = "outlet")] string[]? Outlets,
    [FromQuery(Name = "language")] string[]? Languages,
    [FromQuery(Name = "collection")] string[]? Collections,
    [FromQuery(Name = "from")] DateOnly? From,
    [FromQuery(Name = "to")] DateOnly? To)
{
    /// <returns>Null for all.</returns>
    /// <exception cref="RequestException">No day lies within.</exception>
    public PassageFilter? ToFilter()
    {
        if (From > To)
            throw new RequestException($"from: {From:yyyy-MM-dd} is after to, {To:yyyy-MM-dd}; exchange them");

        var filter = new PassageFilter { Outlets = Given(Outlets), Languages = Given(Languages), Collections = Given(Collections), From = From, To = To };
        return filter.IsEmpty ? null : filter;
    }

    // A form sends what is left empty as an empty text.
    private static string[]? Given(string[]? names) => names?.Where(name => !string.IsNullOrWhiteSpace(name)).ToArray() is { Length: > 0 } given ? given : null;
}
