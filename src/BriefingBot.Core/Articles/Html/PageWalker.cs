using System.Text;
using AngleSharp.Dom;

namespace BriefingBot.Articles.Html;

/// <summary>Reads the visible text of a page as blocks in reading order. Walks without recursion, so depth costs no stack.</summary>
internal sealed class PageWalker(StatedText stated)
{
    /// <summary>The tag of a region whose cells are read as one line.</summary>
    private const string DataRow = "row";

    private const string CellSeparator = " | ";
    private const int MaxDataCellInChars = 120;

    private readonly List<Block> _blocks = [];
    private readonly ClassCues _cues = new();
    private readonly StringBuilder _text = new();
    private Region _region = new(null, "body", "body", Cue.None);
    private int _linkDepth;
    private int _linkedChars;
    private int _breaks;
    private bool _spacePending;

    public static List<Block> Walk(IElement body, StatedText stated)
    {
        var walker = new PageWalker(stated);
        // A node's next sibling is found by a search; its children have numbers.
        Stack<(INode Node, int NextChild)> path = new([(body, 0)]);
        while (path.TryPop(out var at))
        {
            if (at.NextChild < at.Node.ChildNodes.Length)
            {
                path.Push((at.Node, at.NextChild + 1));
                var child = at.Node.ChildNodes[at.NextChild];
                if (walker.Enter(child))
                {
                    path.Push((child, 0));
                }
            }
            else if (!ReferenceEquals(at.Node, body))
            {
                walker.Leave(at.Node);
            }
        }

        walker.Flush();
        return walker._blocks;
    }

    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            Append(text.Data);
            return false;
        }

        if (node is not IElement element || Tags.Skipped.Contains(element.LocalName) || IsHidden(element))
        {
            return false;
        }

        switch (element.LocalName)
        {
            case "br":
                Break();
                return false;
            case "a":
                _linkDepth++;
                break;
            case "td" or "th" when _region.Tag is DataRow:
                _text.Append(_text.Length > 0 ? CellSeparator : "");
                break;
            case var tag when Tags.Block.Contains(tag):
                Flush();
                tag = tag is "tr" && IsDataRow(element) ? DataRow : tag;
                _region = new Region(_region, tag, $"{tag} {element.ClassName}", _cues.Of(element)) { IsStatedBody = element.GetAttribute("itemprop") is "articleBody" };
                break;
        }

        return true;
    }

    private void Leave(INode node)
    {
        if (node is not IElement element)
        {
            return;
        }

        if (element.LocalName is "a")
        {
            _linkDepth--;
        }
        else if (Tags.Block.Contains(element.LocalName) && !(_region.Tag is DataRow && element.LocalName is "td" or "th"))
        {
            Flush();
            _region = _region.Parent!;
        }
    }

    /// <summary>One break is white space, two end the paragraph.</summary>
    private void Break()
    {
        _spacePending = true;
        if (++_breaks > 1)
        {
            Flush();
        }
    }

    private void Append(string data)
    {
        foreach (var c in data)
        {
            if (c is '\u200b' or '\ufeff' or '\u00ad')
            {
                continue;
            }

            if (c == '\n' && _region.Tag is "pre")
            {
                Break();
                continue;
            }

            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                _spacePending = true;
                continue;
            }

            if (_spacePending && _text.Length > 0)
            {
                _text.Append(' ');
                _linkedChars += _linkDepth > 0 ? 1 : 0;
            }

            _spacePending = false;
            _breaks = 0;
            _text.Append(c);
            _linkedChars += _linkDepth > 0 ? 1 : 0;
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _blocks.Add(Block());
        }

        _text.Clear();
        (_linkedChars, _breaks, _spacePending) = (0, 0, false);
    }

    private Block Block()
    {
        var text = _text.ToString();
        return new Block(_region, text, _linkedChars) { IsStated = _region.Tag is not ("h1" or "h2" or "h3" or "h4" or "h5" or "h6") && stated.Holds(text) };
    }

    /// <summary>A row of short plain cells; in a row of anything else the table lays out the page.</summary>
    private static bool IsDataRow(IElement row) =>
        row.ChildElementCount > 1 && row.Children.All(cell => !cell.Children.Any(child => Tags.Block.Contains(child.LocalName)) && cell.TextContent.Length <= MaxDataCellInChars);

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true")
        {
            return true;
        }

        return element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal) is var plain
            && (plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }
}
