using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Channels.Bots;

/// <summary>What somebody typed into a chat, as the chat understands it.</summary>
public abstract partial record ChatTurn
{
    private static readonly string[] DayFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy"];

    private static readonly string[] SpelledOut = ["HELP", "SOURCES", "CHECK", "QUOTES"];

    private ChatTurn()
    {
    }

    /// <param name="text">As typed, mentions of the bot left out. A slash before a command is allowed.</param>
    public static ChatTurn Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var typed = text.Trim();
        if (typed.Length == 0)
            return new Introduced();
        var turn = Command().Match(typed) is { Success: true } command ? Read(command.Groups["name"].Value, RestOf(command), typed) : new Asked(typed, null);
        return turn == new Asked(typed, null) ? SmallTalk.Read(typed) ?? Misspelt(typed) ?? turn : turn;
    }

    // One letter left out, doubled or in its neighbour's place; whoever means another word writes more than that.
    private static ChatTurn? Misspelt(string typed) =>
        AnyCommand().Match(typed) is { Success: true } match && Array.Find(SpelledOut, command => IsSlip(match.Groups["name"].Value.ToUpperInvariant(), command)) is { } meant
            && Read(meant, RestOf(match), typed) is var turn && turn != new Asked(typed, null) ? turn : null;

    private static bool IsSlip(string word, string command)
    {
        for (var at = 1; at < command.Length; at++)
        {
            if (word == $"{command[..(at - 1)]}{command[at]}{command[at - 1]}{command[(at + 1)..]}"
                || word == command.Insert(at, $"{command[at]}") || (at < command.Length - 1 && word == command.Remove(at, 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static string RestOf(Match command) => command.Groups["rest"].Value.TrimStart(' ', '\t', '\r', '\n', ':', ',');

    private static ChatTurn Read(string name, string rest, string typed) => (name.ToUpperInvariant(), rest) switch
    {
        ("HELP", _) when SmallTalk.IsTail(rest) => new Help(),
        ("SOURCES", _) when SmallTalk.IsTail(rest) => new Sources(),
        ("CHECK" or "VERIFY" or "QUOTE" or "QUOTES", { Length: 0 }) => new Help(),
        ("QUOTE" or "QUOTES", _) => new Quotes(rest, typed),
        // A question is asked, whatever stands before it.
        ("CHECK" or "VERIFY", _) when rest.EndsWith('?') => new Asked(rest, null),
        ("CHECK" or "VERIFY", _) => new Checked(Whether().Replace(rest, ""), null),
        ("AS OF" or "AS OFF" or "ASOF", _) => ReadDay(rest) ?? new Asked(typed, null),
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

    [GeneratedRegex(@"^(that|if|whether)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Whether();

    [GeneratedRegex(@"^/?(?<name>[a-z]{3,8})(?<rest>([\s:,.!?].*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AnyCommand();

    [GeneratedRegex(@"^/?(?<name>help|sources|check|verify|quotes?|as ?off?)(?<rest>([\s:,.!?].*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Command();

    private static bool IsMonth(string word) => DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames.Any(month => month.Length > 0 && word.StartsWith(month, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(?<day>\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2} (?<month>[a-z]+) \d{4}|(?<month>[a-z]+) (\d{1,2},? )?\d{4})([\s,:]+(?<rest>.+)|[\s,:]*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DayAndRest();

    /// <summary><c>help</c></summary>
    public sealed record Help : ChatTurn;

    /// <summary>A question about the bot, or nothing but a mention of it.</summary>
    public sealed record Introduced : ChatTurn;

    /// <summary>A greeting.</summary>
    public sealed record Greeted : ChatTurn;

    /// <summary>Thanks.</summary>
    public sealed record Thanked : ChatTurn;

    /// <summary>Something that needs no answer, as in "ok" and "bye".</summary>
    public sealed record Noted : ChatTurn;

    /// <summary><c>sources</c>: what the corpus holds.</summary>
    public sealed record Sources : ChatTurn;

    /// <summary>A question, also after <c>as of DATE</c>.</summary>
    /// <param name="AsOf">Answer as if nothing later were known; null for no limit.</param>
    public sealed record Asked(string Text, DateOnly? AsOf) : ChatTurn;

    /// <summary><c>as of</c> with something that is meant as a day and is none, or with a day and no question.</summary>
    /// <param name="Day">As typed.</param>
    public sealed record Undated(string Day) : ChatTurn;

    /// <summary><c>check CLAIM</c>, or <c>verify</c>, also after <c>as of DATE</c>.</summary>
    /// <param name="AsOf">Answer as if nothing later were known; null for no limit.</param>
    public sealed record Checked(string Text, DateOnly? AsOf) : ChatTurn;

    /// <summary><c>quotes ARTICLE</c>: who said what in it.</summary>
    /// <param name="Article">Its id, if that is what it is.</param>
    /// <param name="Typed">The whole, which is a question where there is no such article.</param>
    public sealed record Quotes(string Article, string Typed) : ChatTurn;
}
