namespace BriefingBot.Articles.Html;

/// <summary>Leaves out what stands inside the story without being part of it.</summary>
internal static class StoryFilter
{
    public static List<Block> Keep(IReadOnlyList<Block> blocks, Region main, string title)
    {
        List<Block> inside = [.. blocks.Where(block => block.Region.IsWithin(main) && !IsLeftOut(block, main) && !block.Text.Equals(title, StringComparison.OrdinalIgnoreCase))];
        var core = Core(inside, main);
        HashSet<string> seen = [];
        var proseRegions = inside.Where(block => block.IsProse).Select(block => block.Region).ToHashSet();
        var first = inside.FindIndex(block => block.IsProse);
        var last = inside.FindLastIndex(block => block.IsProse);
        List<Block> kept = [];
        for (var i = 0; i < inside.Count; i++)
        {
            var block = inside[i];
            var fits = block.IsStated || block.IsProse
                || ((block.Region.IsWithin(core) || (i > first && i < last)) && block.LinkShare < 0.5 && (block.IsHeading || block.IsParagraph || proseRegions.Contains(block.Region)));
            if (fits && (block.Words < 8 || seen.Add(block.Text)))
            {
                kept.Add(block);
            }
        }

        return WithoutEmptyHeadings(kept);
    }

    /// <summary>The innermost region with nearly all of the story: what is in it needs less proof.</summary>
    private static Region Core(List<Block> blocks, Region main)
    {
        var prose = blocks.FindAll(block => block.IsProse);
        Dictionary<Region, int> words = [];
        foreach (var block in prose)
        {
            foreach (var region in block.Region.Outward().TakeWhile(region => region.Depth >= main.Depth))
            {
                words[region] = words.GetValueOrDefault(region) + block.Words;
            }
        }

        var needed = prose.Sum(block => block.Words) * 0.75;
        return words.Where(pair => pair.Value >= needed).Select(pair => pair.Key).MaxBy(region => region.Depth) ?? main;
    }

    /// <summary>A heading with nothing below it announces what was left out.</summary>
    private static List<Block> WithoutEmptyHeadings(List<Block> blocks)
    {
        List<Block> kept = [];
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (!blocks[i].IsHeading || kept.Count > 0)
            {
                kept.Add(blocks[i]);
            }
        }

        kept.Reverse();
        return kept;
    }

    private static bool IsLeftOut(Block block, Region main) =>
        !block.IsStated && block.Region.Outward().TakeWhile(region => !ReferenceEquals(region, main)).Any(region => region.IsLeftOut);
}
