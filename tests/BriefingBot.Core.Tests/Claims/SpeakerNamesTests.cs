using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims;

/// <summary>What is a speaker's name, and what only stands beside one.</summary>
public sealed class SpeakerNamesTests
{
    [Theory]
    [InlineData("For President Jan Pell, it was the first visit. “The harbour is closed,” Pell said on Friday.", "President Jan Pell")]
    [InlineData("Following Jan Pell into the port was no pleasure. “The harbour is closed,” Pell said on Friday.", "Jan Pell")]
    [InlineData("Why Marta Dolen left is not known. “The harbour is closed,” Dolen said on Friday.", "Marta Dolen")]
    [InlineData("Beating Marta Dolen was hard. “The harbour is closed,” Dolen said on Friday.", "Marta Dolen")]
    public void A_word_that_begins_a_sentence_is_no_part_of_the_name_after_it(string text, string name) =>
        Assert.Equal(name, LastName(text));

    [Fact]
    public void A_common_word_that_begins_a_sentence_is_no_part_of_the_name_after_it() =>
        Assert.Equal("Jan Pell", LastName("Skipper Jan Pell arrived on Friday.\n\n“The skipper is here and the harbour is closed,” Pell said."));

    [Fact]
    public void A_first_name_that_begins_a_sentence_stays_though_it_is_a_word_too() =>
        Assert.Equal("Will Pell", LastName("The port is that of Will Pell. Will Pell arrived on Friday.\n\n“The bill is paid,” Pell said."));

    [Fact]
    public void A_first_name_that_is_a_noun_too_stays() =>
        Assert.Equal("Bill Pell", LastName("Bill Pell arrived on Friday.\n\n“The bill is paid,” Pell said."));

    [Fact]
    public void A_day_is_no_part_of_the_name_after_it() =>
        Assert.Equal("Jan Pell", LastName("On Friday Jan Pell closed the harbour. “Nobody has been hurt,” Pell said."));

    [Theory]
    [InlineData("Republican Sen. Marta Dolen arrived on Friday.\n\n“The harbour is closed,” Dolen said.", "Republican Sen. Marta Dolen")]
    [InlineData("The harbour was visited by U.S. Rep. Marta Dolen on Friday.\n\n“The harbour is closed,” Dolen said.", "U.S. Rep. Marta Dolen")]
    public void The_stop_after_a_title_does_not_end_a_name(string text, string name) => Assert.Equal(name, LastName(text));

    [Fact]
    public void Who_held_an_office_once_is_called_former() =>
        Assert.Equal("former President Jan Pell", LastName("The house of former President Jan Pell was searched on Friday.\n\n“The harbour is closed,” Pell said."));

    [Fact]
    public void A_caption_goes_on_right_behind_its_credit() =>
        Assert.Equal("Marta Dolen", LastName("Ben Ober/Getty Images Marta Dolen in the port of Veldt on Friday.\n\n“The harbour is closed,” Dolen said."));

    [Fact]
    public void The_words_of_a_headline_are_no_name() =>
        Assert.Equal("Marta Dolen", LastName("The port was closed on Friday.\n\nHarbour Chief Marta Dolen Closes Northern Port\n\nMarta Dolen closed it.\n\n“Nobody has been hurt,” Dolen said."));

    [Theory]
    [InlineData("The lawyers for Jan Pell said that the harbour was closed.", "The lawyers for Jan Pell")]
    [InlineData("The mayor of Veldt said that the harbour was closed.", "The mayor of Veldt")]
    [InlineData("Jan Pell’s lawyers said that the harbour was closed.", "Jan Pell’s lawyers")]
    public void Who_speaks_for_somebody_or_somewhere_is_not_them(string text, string name) => Assert.Equal(name, LastName(text));

    [Theory]
    [InlineData("Residents of Veldt said that the harbour was closed.")]
    [InlineData("Lawyers for Jan Pell said that the harbour was closed.")]
    public void People_of_a_place_or_of_somebody_have_no_name(string text)
    {
        var attribution = Assert.Single(AttributionReaderTests.Read(text));

        Assert.Null(attribution.SpeakerName);
        Assert.True(attribution.IsAnonymous);
    }

    [Theory]
    [InlineData("The harbour was closed on Friday, according to data by Veldt University.", "Veldt University")]
    [InlineData("Jan Pell’s statement said that the harbour was closed.", "Jan Pell")]
    public void A_paper_speaks_for_whoever_it_is_by(string text, string name) => Assert.Equal(name, LastName(text));

    [Theory]
    [InlineData("Ben Ober’s brother, Jan Pell, said that the harbour was closed.", "Jan Pell")]
    [InlineData("Sri Lankan author and analyst Jan Pell said that the harbour was closed.", "Jan Pell")]
    [InlineData("Jan Pell and Ben Ober said that the harbour was closed.", "Jan Pell")]
    public void The_speaker_is_the_one_that_the_other_words_describe(string text, string name) => Assert.Equal(name, LastName(text));

    [Fact]
    public void A_surname_that_several_have_is_the_first_one_s() =>
        Assert.Equal("Jan Pell", LastName("Jan Pell came on Friday. First Lady Anna Pell was there, and Anna Pell was tired.\n\n“The harbour is closed,” Pell said."));

    [Fact]
    public void In_a_paragraph_that_begins_with_another_one_the_surname_is_theirs() =>
        Assert.Equal("Anna Pell", LastName("Jan Pell came on Friday.\n\nAnna Pell was there too. “The harbour is closed,” Pell said."));

    [Theory]
    [InlineData("Jan Pell came on Friday.\n\nThe Veldt Rovers had won in Santa Marea.\n\n“The harbour is closed,” he said.")]
    [InlineData("Jan Pell came on Friday.\n\nSanta Marea was empty. Nobody had been in Santa Marea.\n\n“The harbour is closed,” he said.")]
    [InlineData("Jan Pell came on Friday.\n\nLatin America looked on.\n\n“The harbour is closed,” he said.")]
    public void A_club_or_a_place_is_never_he(string text) => Assert.Equal("Jan Pell", LastName(text));

    [Fact]
    public void Initials_and_what_tells_generations_apart_leave_a_name_a_person_s() =>
        Assert.Equal("CEO Jan J. Pell III", LastName("Veldt Bank’s CEO Jan J. Pell III came on Friday.\n\n“The harbour is closed,” he said."));

    [Fact]
    public void Somebody_with_a_title_is_a_person_whatever_body_stands_before_it() =>
        Assert.Equal("House Speaker Jan Pell", LastName("House Speaker Jan Pell came on Friday.\n\n“The harbour is closed,” she said."));

    [Fact]
    public void A_title_behind_for_begins_a_name() =>
        Assert.Equal("President Jan Pell", LastName("A letter came from the White House for President Jan Pell on Friday.\n\n“The harbour is closed,” Pell said."));

    [Fact]
    public void The_former_president_is_no_present_one()
    {
        const string text = "President Jan Pell came on Friday.\n\nThe former president said that the harbour was closed.";

        Assert.Null(AttributionReaderTests.Read(text)[^1].SpeakerName);
    }

    [Fact]
    public void The_CEO_is_the_last_one_named_with_that_title() =>
        Assert.Equal("Veldt Bank CEO Jan Pell", LastName("Ministers met Veldt Bank CEO Jan Pell and Ben Ober on Friday.\n\nThe Veldt Bank CEO said that the harbour was closed."));

    [Theory]
    [InlineData("The court heard that the man accused of attacking Jan Pell, ", "the man")]
    [InlineData("Later the young man who is suspected of robbing Jan Pell, ", "the young man")]
    [InlineData("The man was accused, and Jan Pell, ", "Jan Pell")]
    public void The_one_accused_of_harming_somebody_speaks_and_not_the_victim(string text, string speaker)
    {
        var at = text.IndexOf("Jan Pell", StringComparison.Ordinal);
        var attribution = new Attribution(new TextSpan(at, at + 8), new TextSpan(0, 1), [new TextSpan(0, 1)], AttributionKind.Direct);

        Assert.Equal(speaker, AttributionReaderTests.Words(text, SpeakerEdges.Trim(text, attribution).Speaker));
    }

    [Fact]
    public void A_line_in_capitals_says_nothing()
    {
        const string text = "MAYOR REACTS TO HARBOUR SEARCH said the port";
        var paragraphs = TokenizedParagraph.Split(text, AttributionModel.Shipped.Classes);
        var attribution = new Attribution(new TextSpan(0, 30), new TextSpan(31, 35), [new TextSpan(36, 44)], AttributionKind.Indirect);

        Assert.True(new Labels(text, paragraphs).IsOne(attribution, paragraphs[0]));
    }

    [Fact]
    public void A_dateline_says_nothing()
    {
        const string text = "Kestrin/Veldt (CNN) The harbour board closed the port.";
        var paragraphs = TokenizedParagraph.Split(text, AttributionModel.Shipped.Classes);
        var attribution = new Attribution(new TextSpan(0, 7), new TextSpan(38, 44), [new TextSpan(45, 53)], AttributionKind.Indirect);

        Assert.True(new Labels(text, paragraphs).IsOne(attribution, paragraphs[0]));
    }

    [Theory]
    [InlineData("Jan Pell, the mayor of Veldt, came.", "the mayor of Veldt")]
    [InlineData("Mayor Jan Pell came.", "Mayor")]
    [InlineData("Jan Pell, a U.S. judge, came.", "a U.S. judge")]
    [InlineData("Demands by Jan Pell, are an attack on his office.", null)]
    [InlineData("Before Jan Pell, the shortest time as mayor was a year.", null)]
    [InlineData("Jan Pell, speaking to the mayor, was glad.", null)]
    public void Who_somebody_is_stands_beside_the_name(string text, string? role) =>
        Assert.Equal(role, SpeakerMatch.RoleBeside(text, new TextSpan(0, text.Length), "Pell") is { } at ? text[at.Start..at.End] : null);

    [Fact]
    public void The_Republican_is_whoever_spoke_before() =>
        Assert.Equal("Jan Pell", LastName("“The harbour is closed,” Jan Pell said on Friday.\n\n“Nobody has been hurt,” the Republican said."));

    [Fact]
    public void Who_is_the_name_right_before() =>
        Assert.Equal("Jan Pell", LastName("Ben Ober met Jan Pell, who said that the harbour was closed."));

    [Fact]
    public void Who_without_a_name_is_whoever_is_described_right_before()
    {
        const string text = "In the port there was a pilot who said that the harbour was closed.";
        var attribution = AttributionReaderTests.Read(text)[^1];

        Assert.Equal("a pilot", AttributionReaderTests.Words(text, attribution.SpeakerName));
        Assert.True(attribution.IsAnonymous);
    }

    [Theory]
    [InlineData("The ships lay in the port on Friday.\n\nPhotos: The harbour of Veldt was closed on Friday after the storm.")]
    [InlineData("The ships lay in the port on Friday.\n\nKestrin: The state harbour board closed the port on Friday. Nobody was hurt.")]
    [InlineData("The ships lay in the port on Friday.\n\nNews: We reported on Friday that the harbour was closed.")]
    [InlineData("The ships lay in the port on Friday.\n\n1:05 PM: The state closes the harbour of Veldt.")]
    [InlineData("The ships lay in the port on Friday.\n\nMore: The harbour of Veldt was closed on Friday after the storm.")]
    public void A_label_or_a_place_before_a_colon_says_nothing(string text) =>
        Assert.DoesNotContain(AttributionReaderTests.Read(text), attribution => AttributionReaderTests.Words(text, attribution.Cue) == ":");

    [Theory]
    [InlineData("The ships lay in the port on Friday.\n\nDolen: I have closed the harbour, and I will not open it.", "Dolen")]
    [InlineData("Marta Dolen said on Friday that the port was closed.\n\nDolen: “The harbour will not open before Sunday.”", "Dolen")]
    public void Whoever_says_I_or_is_quoted_speaks_before_a_colon(string text, string speaker) =>
        Assert.Contains(AttributionReaderTests.Read(text), attribution => AttributionReaderTests.Words(text, attribution.Speaker) == speaker && AttributionReaderTests.Words(text, attribution.Cue) == ":");

    [Theory]
    [InlineData("The port was closed, Marta Dolen said.\n\nDolen: The port opens on Sunday.", false)]
    [InlineData("The port was closed on Friday.\n\nDolen: The port opens on Sunday.", true)]
    public void A_name_before_a_colon_is_a_label_unless_it_speaks_elsewhere(string text, bool isLabel)
    {
        var paragraphs = TokenizedParagraph.Split(text, AttributionModel.Shipped.Classes);
        var at = text.IndexOf("Dolen: ", StringComparison.Ordinal);
        var attribution = new Attribution(new TextSpan(at, at + 5), new TextSpan(at + 5, at + 6), [new TextSpan(at + 7, text.Length)], AttributionKind.Indirect);

        Assert.Equal(isLabel, new Labels(text, paragraphs).IsOne(attribution, paragraphs[^1]));
    }

    [Theory]
    [InlineData("WHO)", "WHO")]
    [InlineData("• Jan Pell", "Jan Pell")]
    [InlineData("St. Veldt: State officials", "State officials")]
    [InlineData("which experts", "experts")]
    [InlineData("Kestrin/Veldt (CNN) Mayor Jan Pell", "Mayor Jan Pell")]
    [InlineData("The harbour agency’s", "The harbour agency")]
    [InlineData("Pell’s", "Pell’s")]
    [InlineData("Following Friday’s vote, Jan Pell", "Jan Pell")]
    [InlineData("the agency (NHA)", "the agency (NHA)")]
    [InlineData("What Veldt does", "Veldt")]
    [InlineData("Jan Pell himself", "Jan Pell")]
    [InlineData("The family", "The family")]
    public void A_speaker_has_no_bullet_half_bracket_or_place_and_colon_at_its_edges(string found, string speaker)
    {
        var attribution = new Attribution(new TextSpan(0, found.Length), new TextSpan(0, 1), [new TextSpan(0, 1)], AttributionKind.Direct);

        Assert.Equal(speaker, AttributionReaderTests.Words(found, SpeakerEdges.Trim(found, attribution).Speaker));
    }

    [Theory]
    [InlineData("Neither the ministry nor the port has confirmed the leak.")]
    [InlineData("You know that the harbour is closed.")]
    public void Nobody_is_the_speaker_of_a_sentence_that_neither_one_nor_the_reader_says(string text) =>
        Assert.Null(new StatementReader(new Article("a", "", text, new Provenance(null, null, null, null, "en", ""), [])).Read(0).Speaker);

    private static string LastName(string text) =>
        AttributionReaderTests.Words(text, AttributionReaderTests.Read(text)[^1].SpeakerName);
}
