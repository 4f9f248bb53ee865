using BriefingBot.Channels.BotFramework.Views;

namespace BriefingBot.Channels.Tests.BotFramework;

public sealed class TextPartsTests
{
    [Theory]
    [InlineData("short", 10)]
    [InlineData("One sentence. And another one, which is longer. And a third.", 30)]
    [InlineData("withoutanyplacetobreakitatallwhateverhappens", 10)]
    [InlineData("😀😀😀😀😀😀😀😀", 5)]
    public void Parts_are_all_of_a_text_and_none_is_too_long(string text, int most)
    {
        var parts = TextParts.Of(text, most);

        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, most));
        Assert.All(parts, part => Assert.False(char.IsLowSurrogate(part[0])));
    }

    [Fact]
    public void A_part_ends_where_a_sentence_does() => Assert.Equal(["One sentence here. ", "And another one."], TextParts.Of("One sentence here. And another one.", 25));
}
