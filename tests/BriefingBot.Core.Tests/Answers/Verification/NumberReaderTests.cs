using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Answers.Verification;

public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("twelve", 12)]
    [InlineData("1,500", 1_500)]
    [InlineData("2.5", 2.5)]
    [InlineData("400 million", 400_000_000)]
    [InlineData("four hundred million", 400_000_000)]
    [InlineData("two hundred and fifty", 250)]
    [InlineData("two thousand three hundred", 2_300)]
    [InlineData("twenty-one", 21)]
    [InlineData("twenty one", 21)]
    [InlineData("10k", 10_000)]
    [InlineData("3bn", 3_000_000_000)]
    [InlineData("52-year-old", 52)]
    [InlineData("19th", 19)]
    [InlineData("a million", 1_000_000)]
    [InlineData("1", 1)]
    public void A_number_is_read_in_digits_and_in_words(string text, double value) =>
        Assert.Equal([(decimal)value], Read(text));

    [Theory]
    [InlineData("no one knows")]
    [InlineData("people and places")]
    [InlineData("m and k")]
    public void Other_words_are_none(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Numbers_side_by_side_stay_apart() => Assert.Equal([12m, 40m], Read("twelve, 40"));

    private static IEnumerable<decimal> Read(string text) => NumberReader.Read(Words.Of(text, new TextSpan(0, text.Length))).Select(number => number.Value);
}
