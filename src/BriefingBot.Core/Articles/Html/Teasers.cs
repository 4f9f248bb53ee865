namespace BriefingBot.Articles.Html;

/// <summary>Finds the lists of cards that announce other pages: a linked headline and a line or two, again and again.</summary>
internal static class Teasers
{
    private const int MinCards = 3;
    private const int MaxProseWords = 80;
    private const int MinHeadlineWords = 2;

    public static void Mark(IReadOnlyList<Block> blocks)
    {
        var cards = blocks
            .Where(IsLinkedHeadline)
            .SelectMany(block => block.Region.Outward())
            .Where(region => region.Parent is not null && region.ProseWords <= MaxProseWords)
            .ToHashSet();
        foreach (var group in cards.GroupBy(card => (card.Parent, card.Kind)).Where(group => group.Count() >= MinCards))
        {
            foreach (var card in group)
            {
                card.IsTeaser = true;
            }
        }
    }

    private static bool IsLinkedHeadline(Block block) =>
        block.Words >= MinHeadlineWords && (block.LinkShare > 0.9 || (block.LinkedChars >= 20 && block.Text.EndsWith("...", StringComparison.Ordinal)));
}
