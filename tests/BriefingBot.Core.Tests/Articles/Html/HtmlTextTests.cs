using BriefingBot.Articles;
using static BriefingBot.Core.Tests.Articles.Html.Pages;

namespace BriefingBot.Core.Tests.Articles.Html;

public class HtmlTextTests
{
    [Fact]
    public void Paragraphs_are_separated_by_a_blank_line() =>
        Assert.Equal(Paragraphs(Lead, Second, Third), Read(Story).Text);

    [Fact]
    public void White_space_is_collapsed_and_entities_are_decoded() =>
        Assert.Equal("“Orlen’s ferry & crew are   safe” is what the port master told us on Monday.".Replace("   ", " ", StringComparison.Ordinal),
            Read("<p> &ldquo;Orlen&rsquo;s\n\t ferry &amp; <b>crew</b>\n are&nbsp;safe&rdquo; is what the port mas&shy;ter told us on Monday.\n</p>").Text);

    [Fact]
    public void One_break_is_a_space_and_two_end_the_paragraph() =>
        Assert.Equal(Paragraphs(Lead + " " + Second, Third), Read($"<div>{Lead}<br>{Second}<br><br/>{Third}</div>").Text);

    [Fact]
    public void List_items_quotes_and_headings_stand_alone() =>
        Assert.Equal(
            Paragraphs(Lead, "What is known", "Crew of nine", "One bent rudder", "“We were lucky,” he said.", Third),
            Read($"<p>{Lead}</p><h2>What is known</h2><ul><li>Crew of nine</li><li>One bent rudder</li></ul><blockquote>“We were lucky,” he said.</blockquote><p>{Third}</p>").Text);

    [Fact]
    public void A_heading_in_the_text_is_no_evidence()
    {
        var article = Read($"<p>{Lead}</p><h2>What is known</h2><p>{Third}</p>");

        Assert.Equal("What is known", Assert.Single(article.Parts) is var part ? article.Text[part.Span.Start..part.Span.End] : "");
        Assert.False(article.IsEvidence(article.Parts[0].Span));
    }

    [Fact]
    public void A_row_of_data_is_one_paragraph() =>
        Assert.Equal(
            Paragraphs(Lead, "Monday | storm", "Thursday | crossing", Third),
            Read($"<p>{Lead}</p><table><tr><th>Monday<td>storm</tr><tr><td>Thursday<td>crossing</tr></table><p>{Third}</p>").Text);

    [Fact]
    public void A_table_that_lays_out_the_page_is_read_as_paragraphs() =>
        Assert.Equal(Paragraphs(Lead, Second, Third), Read($"<table><tr><td><a href=/>Home</a></td><td>{Story}</td></tr></table>").Text);

    [Theory]
    [InlineData("<script>var a = 'The ferry sank on Monday, the port master said, with all hands.';</script>")]
    [InlineData("<style>p::before { content: 'The ferry sank on Monday, the port master said.' }</style>")]
    [InlineData("<p hidden>The ferry sank on Monday, the port master said, with all hands.</p>")]
    [InlineData("<div style='color:red; display: none'><p>The ferry sank on Monday, the port master said, with all hands.</p></div>")]
    [InlineData("<p aria-hidden=true>The ferry sank on Monday, the port master said, with all hands.</p>")]
    [InlineData("<template><p>The ferry sank on Monday, the port master said, with all hands.</p></template>")]
    [InlineData("<!-- <p>The ferry sank on Monday, the port master said, with all hands.</p> -->")]
    public void What_a_browser_does_not_show_is_not_in_the_text(string invisible) =>
        Assert.Equal(Paragraphs(Lead, Second, Third), Read($"<p>{Lead}</p>{invisible}<p>{Second}</p><p>{Third}</p>").Text);

    [Fact]
    public void Broken_markup_is_read_as_a_browser_would() =>
        Assert.Equal(Paragraphs(Lead, Second, Third), HtmlReader.Read("a", $"</div><p>{Lead}<p><b>{Second}<div></p>{Third}<<", "hash").Text.TrimEnd('<'));

    [Fact]
    public void Text_that_only_a_script_would_show_is_taken_from_json_ld()
    {
        var body = string.Join("\\n", Enumerable.Range(1, 12).Select(day => $"{day}. {Lead}"));
        var article = Read("<p>Please switch on JavaScript to read this story on our site.</p>", $$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{body}}"}</script>""");

        Assert.Equal(12, article.Text.Split("\n\n").Length);
    }
}
