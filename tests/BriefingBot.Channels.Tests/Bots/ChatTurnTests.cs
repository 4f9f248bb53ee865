using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.Tests.Bots;

public sealed class ChatTurnTests
{
    [Theory]
    [InlineData("help")]
    [InlineData(" /HELP ")]
    [InlineData("Help!")]
    [InlineData("check")]
    public void Help_is_asked_for_by_its_word_alone(string text) => Assert.IsType<ChatTurn.Help>(ChatTurn.Read(text));

    [Fact]
    public void Who_says_nothing_is_told_what_can_be_asked() => Assert.IsType<ChatTurn.Introduced>(ChatTurn.Read(" \n"));

    [Theory]
    [InlineData("help me find out who signed the pact")]
    [InlineData("Sources of the Nile are where?")]
    [InlineData("checkpoint Charlie")]
    [InlineData("As of today, is the lock closed?")]
    [InlineData("as of flight 12 2024 is the lock closed?")]
    public void What_only_begins_like_a_command_is_a_question(string text) => Assert.Equal(new ChatTurn.Asked(text, null), ChatTurn.Read(text));

    [Fact]
    public void Sources_are_asked_for_by_their_word() => Assert.IsType<ChatTurn.Sources>(ChatTurn.Read("Sources?"));

    [Theory]
    [InlineData("check The lock is closed.")]
    [InlineData("Check: The lock is closed.")]
    [InlineData("/check\nThe lock is closed.")]
    public void A_claim_is_checked(string text) => Assert.Equal(new ChatTurn.Checked("The lock is closed.", null), ChatTurn.Read(text));

    [Fact]
    public void A_question_after_check_is_asked() => Assert.Equal(new ChatTurn.Asked("Is the lock closed?", null), ChatTurn.Read("check Is the lock closed?"));

    [Theory]
    [InlineData("as of 2024-10-20 Is the lock closed?")]
    [InlineData("as of 2024/10/20 Is the lock closed?")]
    [InlineData("As of 20 October 2024, Is the lock closed?")]
    [InlineData("as of Oct 20, 2024: Is the lock closed?")]
    public void A_day_goes_with_the_question(string text) => Assert.Equal(new ChatTurn.Asked("Is the lock closed?", new DateOnly(2024, 10, 20)), ChatTurn.Read(text));

    [Theory]
    [InlineData("as of 2024-13-45 is the lock closed?", "2024-13-45")]
    [InlineData("as of 20.10.2024 is the lock closed?", "20.10.2024")]
    [InlineData("as of 31 February 2024, is the lock closed?", "31 February 2024")]
    [InlineData("As of October 2024, is the lock closed?", "October 2024")]
    [InlineData("as of 2024-10-20", "2024-10-20")]
    public void A_day_that_cannot_be_read_or_has_no_question_is_not_passed_over(string text, string day) => Assert.Equal(new ChatTurn.Undated(day), ChatTurn.Read(text));

    [Fact]
    public void A_day_goes_with_a_claim_too() =>
        Assert.Equal(new ChatTurn.Checked("The lock is closed.", new DateOnly(2024, 10, 20)), ChatTurn.Read("as of 2024-10-20 check The lock is closed."));
}
