using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims;

public sealed class OriginsTests
{
    private const string Wire = "The dam at Orrin broke on Monday morning and flooded two villages below it, the rescue service said. Nine people are missing. The service has sent forty divers and every boat it has. Roads into the valley are closed until further notice, and the railway has stopped its trains. Schools stay shut this week.";

    [Fact]
    public void A_wire_report_with_another_headline_and_a_cut_is_one_origin()
    {
        var first = Some("a", "Dam breaks at Orrin", Wire);
        var copy = Some("b", "Nine missing in Orrin flood", Wire[..Wire.IndexOf(" Schools", StringComparison.Ordinal)]);
        var other = Some("c", "A dam and its owners", "Who owns the dam at Orrin is a question that three courts have looked at. None of them found an answer that the valley was content with, and the papers fill a room.");

        var origins = new Origins([first, copy, other], []);

        Assert.Equal(origins.Of(Own(first)), origins.Of(Own(copy)));
        Assert.NotEqual(origins.Of(Own(first)), origins.Of(Own(other)));
    }

    [Fact]
    public void A_speaker_is_one_origin_in_every_paper()
    {
        var one = Some("a", "", "The dam is safe, said Lena Dorn.");
        var other = Some("b", "", "Dorn called the dam safe.");

        var origins = new Origins([one, other], []);

        Assert.Equal(origins.Of(Said(one, "Lena Dorn")), origins.Of(Said(other, "Dorn")));
    }

    [Theory]
    [InlineData("The dam is safe, the Orrin Water Board said. Lena Dorn, director of the Orrin Water Board, has seen it.", "Orrin Water Board", "Lena Dorn")]
    [InlineData("Harrow Bank will close. Pell Marrow, the bank's chief executive, is sorry.", "Harrow Bank", "Pell Marrow")]
    public void A_body_and_whoever_speaks_for_it_are_one_origin(string text, string body, string person)
    {
        var article = Some("a", "", text);
        Statement[] statements = [Said(article, body), Said(article, person)];

        var origins = new Origins([article], statements);

        Assert.Equal(origins.Of(statements[0]), origins.Of(statements[1]));
    }

    [Fact]
    public void Two_people_of_two_bodies_are_two_origins()
    {
        var article = Some("a", "", "Harrow Bank will close. Pell Marrow, the bank's chief executive, is sorry. Ines Tarrow, who chairs the clerks' union, is not.");
        Statement[] statements = [Said(article, "Harrow Bank"), Said(article, "Pell Marrow"), Said(article, "Ines Tarrow")];

        var origins = new Origins([article], statements);

        Assert.NotEqual(origins.Of(statements[1]), origins.Of(statements[2]));
    }

    private static Article Some(string id, string title, string text) => new(id, title, text, new Provenance(null, null, null, null, "en", id), []);

    private static Statement Own(Article article) => new(article, new TextSpan(0, article.Text.Length), new TextSpan(0, article.Text.Length), null, HasQuotation: false);

    private static Statement Said(Article article, string speaker)
    {
        var at = article.Text.IndexOf(speaker, StringComparison.Ordinal);
        var span = new TextSpan(at, at + speaker.Length);
        return new Statement(article, span, span, new Speaker(span, speaker, IsNamed: true, span, [span]), HasQuotation: false);
    }
}
