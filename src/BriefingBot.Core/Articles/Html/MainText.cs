namespace BriefingBot.Articles.Html;

/// <summary>Picks the blocks of a page that are its story.</summary>
internal static class MainText
{
    /// <summary>Words added to a paragraph that the page itself calls its story: enough for a short report to outweigh a long footer.</summary>
    private const int StatedBonus = 30;

    public static List<Block> Select(IReadOnlyList<Block> blocks, string title)
    {
        CountProse(blocks);
        Teasers.Mark(blocks);
        ForgetCuesOfWrappers(blocks);
        Weigh(blocks);
        return Densest(blocks) is { } main ? StoryFilter.Keep(blocks, main, title) : [];
    }

    private static void CountProse(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks.Where(block => block.IsProse))
        {
            foreach (var region in block.Region.Outward())
            {
                region.ProseWords += block.Words;
            }
        }
    }

    /// <summary>A name such as "has-sidebar" around most of a page says nothing about what is in it.</summary>
    private static void ForgetCuesOfWrappers(IReadOnlyList<Block> blocks)
    {
        var total = blocks.Where(block => block.IsProse && !block.Region.Outward().Any(region => region.IsTeaser)).Sum(block => block.Words);
        foreach (var region in blocks.SelectMany(block => block.Region.Outward()))
        {
            if (region.IsLeftOut && region.ProseWords > total / 2)
            {
                region.Cue = Cue.None;
            }
        }
    }

    private static void Weigh(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            var weight = Weight(block);
            foreach (var region in block.Region.Outward())
            {
                region.Balance += weight;
            }
        }
    }

    private static double Weight(Block block)
    {
        if (block.IsStated)
        {
            return block.Words + StatedBonus;
        }

        if (block.Region.Outward().Any(region => region.IsLeftOut))
        {
            return -Math.Min(block.Words, 10);
        }

        if (block.IsProse)
        {
            return block.Words + (block.Region.Outward().Any(region => region.IsStatedBody) ? StatedBonus : 0);
        }

        return block switch
        {
            { LinkShare: < 0.3, Region.Tag: "p" or "blockquote" } => block.Words,
            { LinkShare: < 0.3, Region.Tag: "li" or "td" or "row" or "dd" } => 0,
            { IsHeading: true } => -1,
            _ => -Math.Min(3 + block.Words, 10),
        };
    }

    private static Region? Densest(IReadOnlyList<Block> blocks)
    {
        Region? best = null;
        foreach (var region in blocks.SelectMany(block => block.Region.Outward()))
        {
            if (best is null || region.Balance > best.Balance || (region.Balance == best.Balance && region.Depth > best.Depth))
            {
                best = region;
            }
        }

        return best;
    }
}
