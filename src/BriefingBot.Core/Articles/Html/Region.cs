namespace BriefingBot.Articles.Html;

/// <summary>What the name of an element says about its content.</summary>
internal enum Cue
{
    None,

    /// <summary>The text of an article, or a quoted post inside it.</summary>
    Story,
    Standfirst,
    Boilerplate,
    Caption,
    Biography,
}

/// <summary>A block-level element of a page, with what the blocks below it hold.</summary>
internal sealed class Region(Region? parent, string tag, string kind, Cue cue)
{
    public Region? Parent { get; } = parent;

    public string Tag { get; } = tag;

    /// <summary>Tag and class: what repeats in a list of cards.</summary>
    public string Kind { get; } = kind;

    public Cue Cue { get; set; } = cue;

    /// <summary>Marked as the text of an article (schema.org).</summary>
    public bool IsStatedBody { get; init; }

    /// <summary>One of several that each announce another page.</summary>
    public bool IsTeaser { get; set; }

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Words of running text below, whatever the cues say.</summary>
    public int ProseWords { get; set; }

    /// <summary>How much more story than anything else is below.</summary>
    public double Balance { get; set; }

    public bool IsLeftOut => IsTeaser || Cue is Cue.Boilerplate or Cue.Caption or Cue.Biography;

    /// <summary>From this region outward to the root.</summary>
    public IEnumerable<Region> Outward()
    {
        for (var region = this; region is not null; region = region.Parent)
        {
            yield return region;
        }
    }

    public bool IsWithin(Region other)
    {
        var region = this;
        while (region.Depth > other.Depth)
        {
            region = region.Parent!;
        }

        return ReferenceEquals(region, other);
    }
}
