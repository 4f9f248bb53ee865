using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Channels.Bots;

/// <summary>What somebody typed into a chat, as the chat understands it.</summary>
public abstract partial record ChatTurn
{
    private static readonly string[] DayFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy"];

    private ChatTurn()
    {
    }

    /// <param name="text">As typed, mentions of the bot left out. A slash before a command is allowed.</param>
    public static ChatTurn Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var typed = text.Trim();
        if (typed.Length == 0)
            return new Greeted();
        return Command().Match(typed) is { Success: true } command
            ? Read(command.Groups["name"].Value.ToUpperInvariant(), command.Groups["rest"].Value.TrimStart(' ', '\t', '\r', '\n', ':'), typed)
            : new Asked(typed, null);
    }

    private static ChatTurn Read(string name, string rest, string typed) => (name, rest) switch
    {
        ("HELP" or "SOURCES", _) when rest.TrimEnd('.', '!', '?').Length == 0 => name == "HELP" ? new Help() : new Sources(),
        ("CHECK" or "QUOTES", { Length: 0 }) => new Help(),
        ("QUOTES", _) => new Quotes(rest, typed),
        // A question is asked, whatever stands before it.
        ("CHECK", _) when rest.EndsWith('?') => new Asked(rest, null),
        ("CHECK", _) => new Checked(rest, null),
        ("AS OF", _) => ReadDay(rest) ?? new Asked(typed, null),
        _ => new Asked(typed, null),
    };

    // "As of today, is ..." begins so too: what names no day is part of the question. A day that is meant and cannot be read is not passed over: the answer would know more than it may.
    private static ChatTurn? ReadDay(string rest)
    {
        if (DayAndRest().Match(rest) is not { Success: true } match || (match.Groups["month"] is { Success: true } month && !IsMonth(month.Value)))
            return null;
        if (!DateOnly.TryParseExact(match.Groups["day"].Value, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || match.Groups["rest"].Length == 0)
            return new Undated(match.Groups["day"].Value);

        return Read(match.Groups["rest"].Value) switch
        {
            Asked { AsOf: null } asked => asked with { AsOf = day },
            Checked { AsOf: null } @checked => @checked with { AsOf = day },
            _ => null,
        };
    }

    [GeneratedRegex(@"^/?(?<name>help|sources|check|quotes|as of)(?<rest>([\s:.!?].*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Command();

    private static bool IsMonth(string word) => DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames.Any(month => month.Length > 0 && word.StartsWith(month, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(?<day>\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2} (?<month>[a-z]+) \d{4}|(?<month>[a-z]+) (\d{1,2},? )?\d{4})([\s,:]+(?<rest>.+)|[\s,:]*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DayAndRest();

    /// <summary><c>help</c></summary>
    public sealed record Help : ChatTurn;

    /// <summary>Nothing but a mention of the bot.</summary>
    public sealed record Greeted : ChatTurn;

    /// <summary><c>sources</c>: what the corpus holds.</summary>
    public sealed record Sources : ChatTurn;

    /// <summary>A question, also after <c>as of DATE</c>.</summary>
    /// <param name="AsOf">Answer as if nothing later were known; null for no limit.</param>
    public sealed record Asked(string Text, DateOnly? AsOf) : ChatTurn;

    /// <summary><c>as of</c> with something that is meant as a day and is none, or with a day and no question.</summary>
    /// <param name="Day">As typed.</param>
    public sealed record Undated(string Day) : ChatTurn;

    /// <summary><c>check CLAIM</c>, also after <c>as of DATE</c>.</summary>
    /// <param name="AsOf">Answer as if nothing later were known; null for no limit.</param>
    public sealed record Checked(string Text, DateOnly? AsOf) : ChatTurn;

    /// <summary><c>quotes ARTICLE</c>: who said what in it.</summary>
    /// <param name="Article">Its id, if that is what it is.</param>
    /// <param name="Typed">The whole, which is a question where there is no such article.</param>
    public sealed record Quotes(string Article, string Typed) : ChatTurn;
}
