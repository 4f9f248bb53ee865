using System.Text;
using AngleSharp.Dom;

namespace BriefingBot.Articles.Html;

/// <summary>Reads the visible text of a page as blocks in reading order. Walks without recursion, so depth costs no stack.</summary>
internal sealed class PageWalker(StatedText stated)
{
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _text = new();
    private Region _region = new(null, "body", "body", Cue.None);
    private int _linkDepth;
    private int _linkedChars;
    private int _breaks;
    private bool _spacePending;

    public static List<Block> Walk(IElement body, StatedText stated)
    {
        var walker = new PageWalker(stated);
        for (INode? node = body.FirstChild; node is not null;)
        {
            var entered = walker.Enter(node);
            if (entered && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null)
            {
                if (entered)
                {
                    walker.Leave(node);
                }

                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }

                node = node.Parent;
                entered = true;
                if (ReferenceEquals(node, body))
                {
                    node = null;
                }
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
            case var tag when Tags.Block.Contains(tag):
                Flush();
                _region = new Region(_region, tag, $"{tag} {element.ClassName}", ClassCues.Of(element)) { IsStatedBody = element.GetAttribute("itemprop") is "articleBody" };
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
        else if (Tags.Block.Contains(element.LocalName))
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
