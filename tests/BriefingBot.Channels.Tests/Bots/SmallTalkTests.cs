using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.Tests.Bots;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("hi", typeof(ChatTurn.Greeted))]
    [InlineData("Hello there!", typeof(ChatTurn.Greeted))]
    [InlineData("Hello?", typeof(ChatTurn.Greeted))]
    [InlineData("Hi, what can you do?", typeof(ChatTurn.Introduced))]
    [InlineData("Who are you?", typeof(ChatTurn.Introduced))]
    [InlineData("Добрий день!", typeof(ChatTurn.Greeted))]
    [InlineData("안녕하세요", typeof(ChatTurn.Greeted))]
    [InlineData("Thanks!", typeof(ChatTurn.Thanked))]
    [InlineData("ok, great - thank you very much for your help :)", typeof(ChatTurn.Thanked))]
    [InlineData("Hi, thanks again", typeof(ChatTurn.Thanked))]
    [InlineData("Дуже дякую 🙏", typeof(ChatTurn.Thanked))]
    [InlineData("감사합니다.", typeof(ChatTurn.Thanked))]
    [InlineData("OK", typeof(ChatTurn.Noted))]
    [InlineData("bye bye", typeof(ChatTurn.Noted))]
    [InlineData("👍", typeof(ChatTurn.Noted))]
    [InlineData("❤️🙏🏽", typeof(ChatTurn.Noted))]
    public void What_asks_nothing_of_the_articles_is_not_searched_for(string text, Type turn) => Assert.IsType(turn, ChatTurn.Read(text));

    [Theory]
    [InlineData("Thanks to whom was the lock closed?")]
    [InlineData("Who are you talking about in Kestrin?")]
    [InlineData("ok, and NATO?")]
    [InlineData("Hello Kestrin festival")]
    [InlineData("Right?")]
    [InlineData("thanks?")]
    [InlineData("again")]
    [InlineData("no, it was five")]
    [InlineData("why?")]
    [InlineData("more")]
    [InlineData("…")]
    [InlineData("???")]
    [InlineData("7")]
    [InlineData("I meant it when I said that the lock at Kestrin was closed")]
    public void What_holds_anything_else_is_asked(string text) => Assert.Equal(new ChatTurn.Asked(text, null), ChatTurn.Read(text));

    [Theory]
    [InlineData("No, I meant Zelensky.", "and Zelensky?")]
    [InlineData("sorry, I mean the Ansel Courier", "and the Ansel Courier?")]
    [InlineData("ні, я про Зеленського", "а Зеленського?")]
    public void A_correction_asks_the_same_of_another(string text, string asked) => Assert.Equal(new ChatTurn.Asked(asked, null), ChatTurn.Read(text));

    [Theory]
    [InlineData("hlep", "help")]
    [InlineData("/hepl", "help")]
    [InlineData("helpp!", "help")]
    [InlineData("help please", "help")]
    [InlineData("sorces", "sources")]
    [InlineData("Sources, please", "sources")]
    [InlineData("chekc The lock is closed.", "check The lock is closed.")]
    [InlineData("chek: The lock is closed.", "check The lock is closed.")]
    [InlineData("verify that the lock is closed", "check the lock is closed")]
    [InlineData("check whether the lock is closed", "check the lock is closed")]
    [InlineData("chekc Is the lock closed?", "check Is the lock closed?")]
    [InlineData("as off 2024-10-20 Is the lock closed?", "as of 2024-10-20 Is the lock closed?")]
    public void A_command_that_is_misspelt_is_understood(string text, string meant) => Assert.Equal(ChatTurn.Read(meant), ChatTurn.Read(text));

    [Fact]
    public void Quotes_are_asked_for_by_any_of_its_spellings() => Assert.Equal(["lock.txt", "lock.txt"], ((string[])["quote lock.txt", "qoutes lock.txt"]).Select(text => Assert.IsType<ChatTurn.Quotes>(ChatTurn.Read(text)).Article));

    [Theory]
    [InlineData("source?")]
    [InlineData("heck, the lock is closed")]
    [InlineData("checks were made at the lock")]
    [InlineData("Hep B was found in Kestrin")]
    [InlineData("helps whom?")]
    public void A_word_that_is_like_a_command_is_none(string text) => Assert.Equal(new ChatTurn.Asked(text, null), ChatTurn.Read(text));

    [Theory]
    [InlineData("The lock at Kestrin was closed?", "the lock at  Kestrin was closed", null)]
    [InlineData("Who denied that?", "check Who denied that", null)]
    [InlineData("Who denied that the lock was closed?", "Who denied that?", "Understood as: Who denied that the lock was closed?")]
    public void How_it_was_understood_is_said_where_it_was_not_as_typed(string question, string typed, string? said) => Assert.Equal(said, ChatWords.Understood(question, typed));

    [Fact]
    public void Of_something_long_its_ends_are_said()
    {
        var understood = ChatWords.Understood($"Begin {new string('x', 300)} {string.Concat(Enumerable.Repeat("and so on ", 100))}to the end (about Kestrin)?", "typed");

        Assert.StartsWith("Understood as: Begin …", understood, StringComparison.Ordinal);
        Assert.EndsWith("to the end (about Kestrin)?", understood, StringComparison.Ordinal);
        Assert.InRange(understood!.Length, 1, 420);
    }
}
