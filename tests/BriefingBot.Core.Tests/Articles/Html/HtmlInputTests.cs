using System.Text;
using BriefingBot.Articles;
using static BriefingBot.Core.Tests.Articles.Html.Pages;

namespace BriefingBot.Core.Tests.Articles.Html;

public class HtmlInputTests
{
    [Theory]
    [InlineData("<meta charset=\"windows-1251\">", "windows-1251")]
    [InlineData("<META http-equiv='Content-Type' content='text/html; charset=EUC-KR'>", "EUC-KR")]
    [InlineData("<p>charset=utf-16</p>", null)]
    public void The_charset_is_the_one_a_meta_element_declares(string head, string? charset) =>
        Assert.Equal(charset, HtmlReader.DeclaredCharset(Encoding.ASCII.GetBytes("<html><head>" + head)));

    [Theory]
    [InlineData("")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><frameset><frame src=a></frameset></html>")]
    [InlineData("<nav><a href=/>Home</a></nav>")]
    public void A_page_without_a_story_is_a_problem_that_says_so(string html)
    {
        var problem = Assert.Throws<ArticleFormatException>(() => HtmlReader.Read("a", html, "hash"));

        Assert.Contains("no text of an article", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<x/>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    public void Endless_nesting_is_refused(string tag) =>
        Assert.Throws<ArticleFormatException>(() => HtmlReader.Read("a", string.Concat(Enumerable.Repeat(tag, 100_000)) + Story, "hash"));

    [Fact]
    public void Formatting_that_multiplies_is_refused() =>
        Assert.Throws<ArticleFormatException>(() => HtmlReader.Read("a", string.Concat(Enumerable.Range(0, 2000).Select(i => $"<p><b id={i}>x")) + Story, "hash"));

    [Fact]
    public void Deep_but_closed_nesting_is_read() =>
        Assert.Equal(Paragraphs(Lead, Second, Third), Read(string.Concat(Enumerable.Repeat("<div>", 900)) + Story + string.Concat(Enumerable.Repeat("</div>", 900))).Text);

    [Fact]
    public void Forgotten_end_tags_of_paragraphs_and_items_are_no_nesting()
    {
        var text = Read(string.Concat(Enumerable.Range(0, 3000).Select(i => $"<p>{i}. {Lead}"))).Text;

        Assert.Equal(3000, text.Split("\n\n").Length);
    }
}
