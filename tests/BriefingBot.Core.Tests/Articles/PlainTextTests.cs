using BriefingBot.Articles;

namespace BriefingBot.Core.Tests.Articles;

public sealed class PlainTextTests
{
    private const string Report = """
         date 2024-07-02 Eng
        Harbour office: no signs of a leak at Tessaly dock despite rumours

        The harbour office has seen no leak at the dock. Fishermen had reported an oily film near pier four.
        02/07/2024
        tessaly dock june 2024
        The dock at Tessaly, photographed from the east pier in June. Credit: Port Archive
        The harbour office has stated that there is no leak at the dock. It answered rumours among fishermen.

        During a briefing, harbour master Ana Belo replied,

        “I have nothing for you on that.”

        Island ferry firm hints at higher fares if fuel stays dear

        Two boats were checked on Monday.

        Author: Ilse Marten

        Ilse Marten is the news editor of the Tessaly Courier, follow her on Twitter @ilse.
        """;

    private static readonly TextMarks Marks = PlainText.Mark(Report, hasTitle: true);

    [Theory]
    [InlineData(PartKind.Title, "Harbour office: no signs")]
    [InlineData(PartKind.Standfirst, "The harbour office has seen no leak")]
    [InlineData(PartKind.Caption, "tessaly dock june 2024")]
    [InlineData(PartKind.Caption, "The dock at Tessaly, photographed")]
    [InlineData(PartKind.ForeignHeadline, "Island ferry firm hints")]
    [InlineData(PartKind.Byline, "Author: Ilse Marten")]
    [InlineData(PartKind.Biography, "Ilse Marten is the news editor")]
    public void Lines_that_are_not_the_story_are_marked(PartKind kind, string start) =>
        Assert.Contains(Marks.Parts, part => part.Kind == kind && Report[part.Span.Start..].StartsWith(start, StringComparison.Ordinal));

    [Theory]
    [InlineData("The harbour office has stated")]
    [InlineData("During a briefing, harbour master")]
    [InlineData("“I have nothing for you")]
    [InlineData("Two boats were checked")]
    public void The_story_is_not_marked(string start) =>
        Assert.DoesNotContain(Marks.Parts, part => Report[part.Span.Start..].StartsWith(start, StringComparison.Ordinal));

    [Fact]
    public void Header_byline_and_date_give_provenance()
    {
        Assert.Equal(new DateOnly(2024, 7, 2), Marks.Published);
        Assert.Equal("Ilse Marten", Marks.Author);
        Assert.Equal("en", Marks.Language);
        Assert.Equal("Harbour office: no signs of a leak at Tessaly dock despite rumours", Marks.Title);
    }

    [Fact]
    public void A_date_that_is_not_written_is_unknown()
    {
        var marks = PlainText.Mark("Ferries stay in port\n\nThe ferries stayed in port on Saturday.\n\nThey sail again on Sunday.", hasTitle: true);

        Assert.Null(marks.Published);
    }

    [Fact]
    public void A_date_that_can_be_read_two_ways_is_unknown()
    {
        var marks = PlainText.Mark("Ferries stay in port\n\n02/07/2024\n\nThe ferries stayed in port.\n\nThey sail again.", hasTitle: true);

        Assert.Null(marks.Published);
    }

    [Fact]
    public void A_standfirst_without_a_full_stop_is_one()
    {
        const string Text = "Minister says he can’t confirm the sale\n\nThe owner spoke of a price of 40 million\n\nThe minister said on Monday that he knew nothing.\n\nHe left.";

        Assert.Contains(PlainText.Mark(Text, hasTitle: true).Parts, part => part.Kind == PartKind.Standfirst);
    }

    [Fact]
    public void A_list_of_short_lines_is_part_of_the_story()
    {
        const string Text = "The ten ports are these.\n\nTessaly on the east coast\n\nBrenn on the north coast\n\nOsk in the far south\n\nThey close at dusk.";

        Assert.Empty(PlainText.Mark(Text, hasTitle: false).Parts);
    }

    [Theory]
    [InlineData("Photos: The dock at Tessaly A boat lies at the east pier on Monday, June 3. Hide Caption 4 of 28")]
    [InlineData("Pictures: The dock at Tessaly in June")]
    public void A_picture_of_a_gallery_is_a_caption(string line)
    {
        var marks = PlainText.Mark($"The ferries stayed in port on Saturday.\n\n{line}\n\nThey sail again on Sunday.", hasTitle: false);

        Assert.Equal(PartKind.Caption, Assert.Single(marks.Parts).Kind);
    }
}
