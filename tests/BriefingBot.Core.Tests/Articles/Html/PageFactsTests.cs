using static BriefingBot.Core.Tests.Articles.Html.Pages;

namespace BriefingBot.Core.Tests.Articles.Html;

public class PageFactsTests
{
    private const string JsonLd = """
        <script type="application/ld+json">
        [{"@type":"WebSite","name":"x"},
         {"@graph":[{"@type":["NewsArticle"],"headline":"Ferry stays &amp; waits","author":[{"name":"Ada Moll"},{"name":"Ben Ruiz"}],
          "publisher":{"name":"Orlen Courier"},"datePublished":"2031-03-04T23:30:00-08:00","mainEntityOfPage":{"@id":"https://courier.example/ferry"}}]},]
        </script>
        """;

    [Theory]
    [InlineData("<h1>Ferry stays in harbour</h1>", "<title>Ferry stays in harbour | Orlen Courier</title>", "Ferry stays in harbour")]
    [InlineData("<h1>Orlen Courier</h1>", "<meta property=og:title content='Ferry stays in harbour'><title>News</title>", "Ferry stays in harbour")]
    [InlineData("", "<title>Storm-bent ferry stays in the harbour - Orlen Courier</title>", "Storm-bent ferry stays in the harbour")]
    [InlineData("", "<title>The storm, the ferry, the harbour - and a very long wait for the bus</title>", "The storm, the ferry, the harbour - and a very long wait for the bus")]
    [InlineData("", JsonLd, "Ferry stays & waits")]
    [InlineData("", "", "")]
    public void The_title_is_the_headline_without_the_site(string body, string head, string title) =>
        Assert.Equal(title, Read(body + Story, head).Title);

    [Fact]
    public void The_title_stands_apart_from_the_text() =>
        Assert.Equal(Paragraphs(Lead, Second, Third), Read($"<article><h1>Ferry to Orlen stays in the harbour</h1>{Story}</article>").Text);

    [Fact]
    public void Json_ld_names_outlet_authors_address_and_day()
    {
        var provenance = Read(Story, JsonLd).Provenance;

        Assert.Equal("Orlen Courier", provenance.Outlet);
        Assert.Equal("Ada Moll, Ben Ruiz", provenance.Author);
        Assert.Equal("https://courier.example/ferry", provenance.Url);
        Assert.Equal(new DateOnly(2031, 3, 4), provenance.Published);
    }

    [Fact]
    public void Broken_json_ld_is_passed_over() =>
        Assert.Equal(Lead, Read(Story, "<script type='application/ld+json'>{\"@type\":\"NewsArticle\", oops</script>").Text.Split('\n')[0]);

    [Theory]
    [InlineData("<meta name=author content='By Ada Moll'>", "")]
    [InlineData("", "<a rel=author href=/ada>Ada Moll</a>")]
    [InlineData("", "<div class='c-byline'>By <span>Ada Moll</span><time>March 4, 2031</time></div>")]
    [InlineData("<meta name=author content='https://courier.example/ada'>", "<p>By Ada Moll</p>")]
    public void The_author_is_named_without_the_byline_around_it(string head, string body) =>
        Assert.Equal("Ada Moll", Read(body + Story, head).Provenance.Author);

    [Fact]
    public void An_outlet_that_signs_for_itself_is_no_author() =>
        Assert.Null(Read(Story, "<meta property=og:site_name content='Orlen Courier'><meta name=author content='Orlen Courier'>").Provenance.Author);

    [Theory]
    [InlineData("<meta property=article:published_time content=2031-03-04T01:00:00+09:00>", "")]
    [InlineData("<meta name=date content='4 March 2031'>", "")]
    [InlineData("<meta name=pubdate content=20310304>", "")]
    [InlineData("", "<time datetime=2031-03-04>yesterday</time>")]
    [InlineData("", "<time datetime=2030-01-01>old</time><time datetime=2031-03-04 itemprop=datePublished>new</time>")]
    [InlineData("<link rel=canonical href=https://courier.example/2031/03/04/ferry>", "")]
    public void The_day_is_the_one_that_is_written(string head, string body) =>
        Assert.Equal(new DateOnly(2031, 3, 4), Read(body + Story, head).Provenance.Published);

    [Theory]
    [InlineData("")]
    [InlineData("<meta name=date content=04/03/2031>")]
    [InlineData("<meta property=article:modified_time content=2031-03-04>")]
    public void A_day_that_is_not_written_is_unknown(string head) =>
        Assert.Null(Read(Story + "<time datetime=2030-01-01></time><time datetime=2031-01-02></time>", head).Provenance.Published);

    [Theory]
    [InlineData("<link rel=canonical href=javascript:alert(1)>", null)]
    [InlineData("<link rel=canonical href=/ferry><meta property=og:url content=https://courier.example/ferry>", "https://courier.example/ferry")]
    public void Only_a_web_address_is_an_address(string head, string? url) =>
        Assert.Equal(url, Read(Story, head).Provenance.Url);

    [Fact]
    public void The_host_is_the_outlet_where_none_is_named() =>
        Assert.Equal("courier.example", Read(Story, "<link rel=canonical href=https://www.courier.example/ferry>").Provenance.Outlet);

    [Fact]
    public void A_short_text_is_in_the_language_the_page_declares() =>
        Assert.Equal("fi", BriefingBot.Articles.HtmlReader.Read("a", $"<html lang=fi-FI><body>{Story}", "hash").Provenance.Language);

    [Fact]
    public void A_long_text_tells_its_language_itself() =>
        Assert.Equal("en", BriefingBot.Articles.HtmlReader.Read("a", $"<html lang=de><body>{Story}<p>{Lead.Replace("Monday", "Friday", StringComparison.Ordinal)} {Second} {Third} {Lead} {Second} {Third}", "hash").Provenance.Language);
}
