namespace BriefingBot.Core.Tests.Claims;

public sealed class SpeakerResolverTests
{
    [Fact]
    public void A_surname_goes_by_its_fullest_form_before() =>
        Assert.Equal("Marta Dolen", LastName("Marta Dolen arrived in the port on Friday.\n\n“The harbour is closed,” Dolen said."));

    [Fact]
    public void He_is_the_last_person_who_spoke() =>
        Assert.Equal("Ben Ober", LastName("“The harbour is closed,” Ben Ober said on Friday.\n\n“Nobody has been hurt,” he said."));

    [Fact]
    public void He_is_the_last_sentence_s_subject_when_that_is_later() =>
        Assert.Equal("Jan Pell", LastName("“The harbour is closed,” Ben Ober said on Friday.\n\nJan Pell arrived later that day.\n\n“Nobody has been hurt,” he said."));

    [Fact]
    public void A_name_with_Mrs_is_never_he() =>
        Assert.Equal("Ben Ober", LastName("“The harbour is closed,” Ben Ober said on Friday.\n\nMrs. Dolen arrived later that day.\n\n“Nobody has been hurt,” he said."));

    [Fact]
    public void Names_in_another_s_quoted_words_do_not_speak() =>
        Assert.Equal("Ben Ober", LastName("“I have seen Jan Pell in the port,” Ben Ober said on Friday.\n\n“Nobody has been hurt,” he said."));

    [Fact]
    public void The_agency_is_the_last_agency_named() =>
        Assert.Equal("National Harbour Agency", LastName("The National Harbour Agency met on Friday in Veldt.\n\nThe agency said that the harbour was closed."));

    [Fact]
    public void The_minister_is_the_last_one_named_with_that_title() =>
        Assert.Equal("Defence Minister Jan Pell", LastName("Ministers met Defence Minister Jan Pell and Ben Ober on Friday.\n\nThe minister said that the harbour was closed."));

    [Fact]
    public void One_country_never_goes_by_another_s_name() =>
        Assert.Equal("South Veldt", LastName("North Veldt closed its harbour on Friday.\n\nSouth Veldt said that the harbour was open."));

    [Fact]
    public void An_agency_known_by_its_owner_goes_by_its_description() =>
        Assert.Equal("South Veldt’s spy agency", LastName("South Veldt’s spy agency said that the harbour was closed."));

    [Theory]
    [InlineData("A senior official said that the harbour was closed.")]
    [InlineData("Two officials in Veldt said that the harbour was closed.")]
    public void A_described_speaker_is_anonymous(string text)
    {
        var attribution = Assert.Single(AttributionReaderTests.Read(text));

        Assert.True(attribution.IsAnonymous);
        Assert.Null(attribution.SpeakerName);
    }

    [Fact]
    public void A_pronoun_without_a_name_before_stays_unresolved()
    {
        var attribution = Assert.Single(AttributionReaderTests.Read("“The harbour is closed,” she said on Friday."));

        Assert.Null(attribution.SpeakerName);
        Assert.False(attribution.IsAnonymous);
    }

    private static string LastName(string text) =>
        AttributionReaderTests.Words(text, AttributionReaderTests.Read(text)[^1].SpeakerName);
}
