using System.Collections.Frozen;

namespace BriefingBot.Articles.Html;

internal static class Tags
{
    /// <summary>Nothing below these is text of the page.</summary>
    public static readonly FrozenSet<string> Skipped = FrozenSet.Create(
        "script", "style", "noscript", "template", "iframe", "svg", "math", "button", "select", "option", "datalist", "input", "textarea",
        "video", "audio", "object", "embed", "canvas", "map", "head", "title", "link", "meta", "noframes", "progress", "dialog");

    public static readonly FrozenSet<string> Block = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav",
        "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "caption", "ul", "label");

    /// <summary>Parts of a page that are not the story, whatever they are called.</summary>
    public static readonly FrozenSet<string> Boilerplate = FrozenSet.Create("nav", "aside", "footer", "menu", "label", "legend");
}
