using BriefingBot.Articles;
using static BriefingBot.Core.Tests.Articles.Html.Pages;

namespace BriefingBot.Core.Tests.Articles.Html;

public class MainTextTests
{
    private const string Other = "The mayor of Quill opened a library on Sunday and read the first page of its oldest book aloud.";

    [Theory]
    [InlineData("<nav><p>" + Other + "</p></nav>")]
    [InlineData("<aside><p>" + Other + "</p></aside>")]
    [InlineData("<div class='siteFooter'><p>" + Other + "</p></div>")]
    [InlineData("<div class='share-bar'><p>" + Other + "</p></div>")]
    [InlineData("<section id='newsletter_signup'><p>" + Other + "</p></section>")]
    [InlineData("<div class='c-related'><p>" + Other + "</p></div>")]
    [InlineData("<ol class='comment-list'><li>" + Other + "</li></ol>")]
    [InlineData("<div role='dialog' class='cookie-notice'><p>" + Other + "</p></div>")]
    [InlineData("<figure><img src=x><figcaption>" + Other + "</figcaption></figure>")]
    [InlineData("<div class='author-bio'><p>" + Other + "</p></div>")]
    public void What_surrounds_a_story_is_left_out_wherever_it_stands(string surrounding)
    {
        Assert.Equal(Paragraphs(Lead, Second, Third), Read(surrounding + Story).Text);
        Assert.Equal(Paragraphs(Lead, Second, Third), Read($"<article><p>{Lead}</p>{surrounding}<p>{Second}</p><p>{Third}</p></article>").Text);
        Assert.Equal(Paragraphs(Lead, Second, Third), Read(Story + surrounding).Text);
    }

    [Fact]
    public void A_name_around_the_whole_page_says_nothing_of_the_story() =>
        Assert.Equal(Paragraphs(Lead, Second, Third), Read($"<div class='with-sidebar comments-open'>{Story}</div>").Text);

    [Theory]
    [InlineData("Read more: Mayor opens library")]
    [InlineData("Advertisement")]
    [InlineData("Sign up for our newsletter to get a story like this each morning.")]
    [InlineData("Lesen Sie auch: Bibliothek in Quill eröffnet")]
    [InlineData("© 2031 The Orlen Courier")]
    public void A_line_about_the_page_is_left_out(string line) =>
        Assert.Equal(Paragraphs(Lead, Second, Third), Read($"<p>{Lead}</p><p>{line}</p><p>{Second}</p><p>{Third}</p>").Text);

    [Fact]
    public void A_sentence_that_only_begins_like_such_a_line_is_kept()
    {
        const string Sentence = "Readers more than once asked about the rudder.";

        Assert.Contains(Sentence, Read($"<p>{Lead}</p><p>{Sentence}</p><p>{Third}</p>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cards_that_announce_other_pages_are_left_out()
    {
        var cards = string.Concat(Enumerable.Range(1, 12).Select(day => $"<div class=card><h3><a href=/{day}>Library opens in Quill, day {day}</a></h3><p>Day {day}: {Other}</p></div>"));

        Assert.Equal(Paragraphs(Lead, Second, Third), Read($"<main><h1>Ferry to Orlen stays in the harbour</h1>{Story}<div>{cards}</div></main>").Text);
    }

    [Fact]
    public void A_list_after_a_line_that_announces_links_is_left_out() =>
        Assert.Equal(Paragraphs(Lead, Second, Third), Read($"<div>{Story}<p>Related stories</p><ul><li>A word on <a href=/1>rudders</a></li></ul></div>").Text);

    [Theory]
    [InlineData("<title>News</title>", "<div itemprop=articleBody>")]
    [InlineData("<title>Storm bends rudder: ferry to Orlen stays in harbour</title>", "<div>")]
    [InlineData("<title>News</title><meta name=description content='The ferry to Orlen stayed in the harbour on Monday, the port master said...'>", "<div>")]
    public void A_short_report_outweighs_a_long_footer_by_what_the_page_says_of_it(string head, string container)
    {
        var links = $"<ul>{string.Concat(Enumerable.Repeat("<li><a href=/>An old story with a long headline</a>", 9))}</ul>";

        Assert.Equal(Lead, Read($"{container}<p>{Lead}</p></div>{links}<div><p>{Other}</p><p>{Second}</p></div>", head).Text);
    }

    [Fact]
    public void A_menu_does_not_tear_a_story_apart_that_has_no_element_of_its_own() =>
        Assert.Equal(
            Paragraphs(Lead, Second, Third),
            Read($"<div><p>{Lead}</p></div><div><p>{Second}</p></div><div><p>{Third}</p></div><ul>{string.Concat(Enumerable.Repeat("<li><a href=/>An old story with a long headline</a>", 50))}</ul>").Text);

    [Fact]
    public void A_script_without_spaces_has_words_too()
    {
        const string Japanese = "オルレン行きのフェリーは月曜日、嵐で舵が曲がったため港にとどまったと港長が述べた。";

        Assert.Equal(Paragraphs(Japanese, Japanese[..20] + "。"), Read($"<ul><li><a href=/>ホーム</a><li><a href=/>天気</a></ul><p>{Japanese}</p><p>{Japanese[..20]}。</p>").Text);
    }

    [Fact]
    public void A_deck_is_the_standfirst() =>
        Assert.Equal(PartKind.Standfirst, Assert.Single(Read($"<article><h2 class='article-deck'>A storm bent the rudder</h2>{Story}</article>").Parts).Kind);

    [Fact]
    public void A_paragraph_is_read_once_however_often_it_is_shown() =>
        Assert.Equal(Paragraphs(Lead, Second, Third), Read(Story + $"<p>{Lead}</p>").Text);

    [Fact]
    public void A_description_shown_above_the_story_is_its_standfirst()
    {
        const string Standfirst = "A storm bent the rudder of the only ferry to Orlen, and its passengers went on by bus.";
        var article = Read($"<div><div class=deck>{Standfirst}</div><div class=body>{Story}</div></div>", $"<meta name=description content='{Standfirst}'>");

        Assert.Equal(PartKind.Standfirst, Assert.Single(article.Parts).Kind);
        Assert.StartsWith(Standfirst, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credited_picture_text_that_stays_is_a_caption()
    {
        var article = Read($"<p>{Lead}</p><p>The ferry in the harbour of Orlen. Credit: Courier</p><p>{Third}</p>");

        Assert.Equal(PartKind.Caption, Assert.Single(article.Parts).Kind);
    }
}
