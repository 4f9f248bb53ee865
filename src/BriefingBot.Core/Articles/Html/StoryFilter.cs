namespace BriefingBot.Articles.Html;

/// <summary>Leaves out what stands inside the main region without being part of its story.</summary>
internal sealed class StoryFilter
{
    /// <summary>Shorter paragraphs may be said twice.</summary>
    private const int MinRepeatedWords = 8;

    /// <summary>The part of the story that a region must hold to be its home.</summary>
    private const double CoreShare = 0.75;

    private readonly List<Block> _blocks;
    private readonly Region _core;
    private readonly HashSet<Region> _proseRegions;
    private readonly Range _prose;

    private StoryFilter(IReadOnlyList<Block> blocks, Region main)
    {
        _blocks = [.. blocks.Where(block => block.Region.IsWithin(main) && (block.IsStated || !IsLeftOut(block, main)))];
        var prose = _blocks.FindAll(block => block.IsProse);
        _core = Core(prose, main);
        _proseRegions = [.. prose.Select(block => block.Region)];
        _prose = Math.Max(0, _blocks.FindIndex(block => block.IsProse))..(_blocks.FindLastIndex(block => block.IsProse) + 1);
    }

    public static List<Block> Keep(IReadOnlyList<Block> blocks, Region main, string title) => new StoryFilter(blocks, main).Keep(title);

    private List<Block> Keep(string title)
    {
        HashSet<string> seen = [];
        List<Block> kept = [];
        var announced = false;
        for (var i = 0; i < _blocks.Count; i++)
        {
            var block = _blocks[i];
            if (PageLines.AreAbout(block))
            {
                // What such a line announces is a list of links.
                announced = true;
                continue;
            }

            announced = announced && IsLinkList(block);
            if (!announced && !IsTitle(block, title, i) && Belongs(block, i) && (block.Words < MinRepeatedWords || seen.Add(block.Text)))
            {
                kept.Add(block with { Part = Part(block) });
            }
        }

        var end = kept.FindLastIndex(block => !block.IsHeading) + 1;
        return kept[..end];
    }

    /// <summary>A heading sums up, which is no evidence; what the page states above its story is the story in short.</summary>
    private PartKind? Part(Block block) =>
        block.Region.Cue is Cue.Standfirst || (block.IsStated && !block.Region.IsWithin(_core)) ? PartKind.Standfirst
        : block.IsHeading ? PartKind.ForeignHeadline
        : null;

    private bool Belongs(Block block, int index) =>
        block.IsStated || block.IsProse || (block.LinkShare < 0.5 && IsAtHome(block, index) && (block.IsHeading || block.IsParagraph || _proseRegions.Contains(block.Region)));

    private bool IsAtHome(Block block, int index) =>
        block.Region.IsWithin(_core) || (index >= _prose.Start.Value && index < _prose.End.Value);

    private bool IsTitle(Block block, string title, int index) =>
        block.Text.Equals(title, StringComparison.OrdinalIgnoreCase) || (block.Region.Tag is "h1" && index < _prose.Start.Value);

    private static bool IsLinkList(Block block) => block.Region.Tag is "li" || block.LinkShare > 0.3;

    private static bool IsLeftOut(Block block, Region main) =>
        block.Region.Outward().TakeWhile(region => !ReferenceEquals(region, main)).Any(region => region.IsLeftOut);

    /// <summary>The innermost region with nearly all of the story: what is in it needs less proof.</summary>
    private static Region Core(List<Block> prose, Region main)
    {
        Dictionary<Region, int> words = [];
        foreach (var block in prose)
        {
            foreach (var region in block.Region.Outward().TakeWhile(region => region.Depth >= main.Depth))
            {
                words[region] = words.GetValueOrDefault(region) + block.Words;
            }
        }

        var needed = prose.Sum(block => block.Words) * CoreShare;
        return words.Where(pair => pair.Value >= needed).Select(pair => pair.Key).MaxBy(region => region.Depth) ?? main;
    }
}
