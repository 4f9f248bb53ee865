using BriefingBot.Articles;

namespace BriefingBot.Core.Tests.Articles;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("2024-07-02", "2024-07-02")]
    [InlineData("Published July 2, 2024", "2024-07-02")]
    [InlineData("Updated 10:30 AM ET, Thu June 16, 2022", "2022-06-16")]
    [InlineData("2nd of July 2024", "2024-07-02")]
    [InlineData("2 Sept. 2024", "2024-09-02")]
    [InlineData("22/07/2024", "2024-07-22")]
    [InlineData("07/22/2024", "2024-07-22")]
    [InlineData("2.7.2024", "2024-07-02")]
    [InlineData("02/07/2024", null)]
    [InlineData("on Saturday", null)]
    [InlineData("31 February 2024", null)]
    [InlineData("in July 2024", null)]
    public void A_full_date_is_read_and_nothing_else(string text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), WrittenDate.Find(text));

    [Theory]
    [InlineData("https://example.org/2018/03/15/harbour", "2018-03-15")]
    [InlineData("https://example.org/news/2018/mar/15/harbour", "2018-03-15")]
    [InlineData("https://example.org/harbour-2018-03-15", "2018-03-15")]
    [InlineData("https://example.org/20180315/harbour", "2018-03-15")]
    [InlineData("https://example.org/2018/03/harbour", null)]
    [InlineData("https://example.org/427418002/", null)]
    [InlineData("not a url 2018/03/15", null)]
    public void A_date_in_the_path_of_a_url_counts_as_written(string url, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), WrittenDate.InUrl(url));
}
