namespace BriefingBot.Articles.Html;

/// <summary>Picks the blocks of a page that are its story.</summary>
internal static class MainText
{
    /// <summary>Words added to a paragraph that the page itself calls its story: enough for a short report to outweigh a long footer.</summary>
    private const int StatedBonus = 30;

    /// <summary>What a word of the title adds to a paragraph that has it: the story is about its title, a footer is not.</summary>
    private const int WordsPerTitleWord = 5;

    /// <summary>The most that one region counts against the region around it: a long menu is one thing, not a hundred.</summary>
    private const double MaxBurden = 40;

    public static List<Block> Select(IReadOnlyList<Block> blocks, string title)
    {
        List<Region> inward = [.. blocks.SelectMany(block => block.Region.Outward()).Distinct().OrderBy(region => region.Depth)];
        CountProse(blocks, inward);
        Teasers.Mark(blocks);
        ForgetCuesOfWrappers(blocks, inward);
        Weigh(blocks, inward, TitleWords.Of(title));
        return inward.Count > 0 ? StoryFilter.Keep(blocks, Densest(inward), title) : [];
    }

    private static void CountProse(IReadOnlyList<Block> blocks, List<Region> inward)
    {
        foreach (var block in blocks.Where(block => block.IsProse))
        {
            block.Region.ProseWords += block.Words;
        }

        foreach (var region in Enumerable.Reverse(inward))
        {
            region.Parent?.ProseWords += region.ProseWords;
        }
    }

    /// <summary>A name such as "has-sidebar" around most of a page says nothing about what is in it.</summary>
    private static void ForgetCuesOfWrappers(IReadOnlyList<Block> blocks, List<Region> inward)
    {
        var total = blocks.Where(block => block.IsProse && !block.Region.Outward().Any(region => region.IsTeaser)).Sum(block => block.Words);
        foreach (var region in inward.Where(region => region.IsLeftOut && region.ProseWords > total / 2))
        {
            region.Cue = Cue.None;
        }
    }

    private static void Weigh(IReadOnlyList<Block> blocks, List<Region> inward, TitleWords title)
    {
        foreach (var block in blocks)
        {
            block.Region.Balance += Weight(block, title);
        }

        foreach (var region in Enumerable.Reverse(inward))
        {
            region.Parent?.Balance += Math.Max(region.Balance, -MaxBurden);
        }
    }

    private static Region Densest(List<Region> inward)
    {
        var densest = inward.MaxBy(region => (region.Balance, region.Depth))!;
        // A paragraph is never the whole of a story's home.
        return densest is { Tag: "p", Parent: { } around } ? around : densest;
    }

    private static double Weight(Block block, TitleWords title)
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
            return block.Words + (WordsPerTitleWord * title.CountIn(block.Text)) + (block.Region.Outward().Any(region => region.IsStatedBody) ? StatedBonus : 0);
        }

        return block switch
        {
            { LinkShare: < 0.3, Region.Tag: "p" or "blockquote" } => block.Words,
            { LinkShare: < 0.3, Region.Tag: "li" or "td" or "row" or "dd" } => 0,
            { IsHeading: true } => -1,
            _ => -Math.Min(3 + block.Words, 10),
        };
    }
}
