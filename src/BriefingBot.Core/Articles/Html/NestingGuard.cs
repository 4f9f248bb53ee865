using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace BriefingBot.Articles.Html;

/// <summary>
/// Stops the parser on a page that would stall it: its work on a tag grows with the elements that stand open, and it opens
/// every unclosed formatting element again in each paragraph.
/// </summary>
internal sealed class NestingGuard
{
    /// <summary>Real pages stay below 100; a few hundred where end tags are forgotten throughout.</summary>
    private const int MaxOpen = 1000;

    /// <summary>Of the page as parsed, repeated formatting elements included; a long real page has 20,000.</summary>
    private const int MaxElements = 500_000;

    private static readonly FrozenSet<string> Formatting = FrozenSet.Create(
        "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

    /// <summary>Empty, or closed by the next of their kind.</summary>
    private static readonly FrozenSet<string> NeverOpen = FrozenSet.Create(
        "a", "area", "base", "body", "br", "button", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link", "meta",
        "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr");

    private readonly Dictionary<string, int> _openByName = new(StringComparer.Ordinal);
    private int _open;
    private int _openFormatting;
    private int _elements;

    /// <exception cref="ArticleFormatException">Too many elements are open, or there are too many.</exception>
    public void Check(HtmlToken token)
    {
        if (token.Type is HtmlTokenType.StartTag)
        {
            _elements += 1 + _openFormatting;
            Count(token.Name, NeverOpen.Contains(token.Name) ? 0 : 1);
        }
        else if (token.Type is HtmlTokenType.EndTag && _openByName.GetValueOrDefault(token.Name) > 0)
        {
            Count(token.Name, -1);
        }

        if (_open > MaxOpen)
        {
            throw new ArticleFormatException($"has more than {MaxOpen} HTML elements open at once; save it as .txt");
        }

        if (_elements > MaxElements)
        {
            throw new ArticleFormatException($"has more than {MaxElements} HTML elements; save it as .txt, or split it");
        }
    }

    private void Count(string name, int change)
    {
        _openByName[name] = _openByName.GetValueOrDefault(name) + change;
        _open += change;
        _openFormatting += Formatting.Contains(name) ? change : 0;
    }
}
