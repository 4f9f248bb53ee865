using BriefingBot.Answers;
using BriefingBot.Articles;

namespace BriefingBot.Tests;

/// <summary>Follow-ups over the sample corpus, from follow-ups.tsv: right where the answer has the status and the first quote of the question that stands alone.</summary>
public sealed class FollowUpTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    private const double LeastShareRight = 0.9;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nine_in_ten_follow_ups_are_answered_like_the_question_that_stands_alone()
    {
        string[][] rows = [.. (await File.ReadAllLinesAsync(Path.Combine(ApprovedAnswerTests.Folder(), "..", "follow-ups.tsv"), Stop)).Where(line => line[0] != '#').Select(line => line.Split('\t'))];
        List<string> wrong = [];
        foreach (var row in rows)
        {
            var given = await new Answerer(sample.Index).AskAsync(row[1], await AfterAsync(row[0]), cancellation: Stop);
            if (!IsLike(given.Answer, await AskAsync(row[2])))
                wrong.Add($"{row[0]} {row[1]} -> {given.Question}");
        }

        Assert.True(rows.Length >= 60);
        Assert.True(rows.Length - wrong.Count >= LeastShareRight * rows.Length, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("Who leads the rescue at the Kestrin lock?", "What did she say about the cause?", "What did Captain Petra Holm say about the cause?")]
    [InlineData("What did Lloyd Austin say about reports of North Korean troops?", "When did he say that?", "Lloyd Austin")]
    [InlineData("Was the Kestrin gate sabotaged?", "When was it last inspected?", "When was the Kestrin gate last inspected?")]
    [InlineData("Are North Korean soldiers fighting in Ukraine?", "How many of them were killed?", "How many North Korean soldiers were killed?")]
    [InlineData("Has the Pentagon confirmed that North Korean troops are in Ukraine?", "And NATO?", "Has NATO confirmed that North Korean troops are in Ukraine?")]
    [InlineData("How many people died in Kestrin?", "And in Velmora?", "How many people died in Velmora?")]
    [InlineData("How many people died in Kestrin?", "Why?", "How many people died in Kestrin? Why?")]
    public async Task What_leans_on_the_last_turn_is_given_its_words(string first, string followUp, string expected) =>
        Assert.Contains(expected, (await AfterAsync(first)).Resolve(followUp)[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("Who won the Velmora football cup?")]
    [InlineData("Is it true that Tomas Ferrand resigned?")]
    [InlineData("Did Mark Rutte say that North Korean troops are in Ukraine?")]
    [InlineData("Are there North Korean soldiers in Ukraine?")]
    public async Task A_question_that_stands_alone_stays_as_it_is(string question) =>
        Assert.Equal([question], (await AfterAsync("How many people died at the Kestrin lock?")).Resolve(question));

    [Theory]
    [InlineData("Ist das Trinkwasser sicher?")]
    [InlineData("Gab es Tote?")]
    [InlineData("Скільки людей загинуло?")]
    [InlineData("북한군이 우크라이나에 있습니까?")]
    public async Task A_question_in_another_language_stays_as_it_is(string question) =>
        Assert.Equal([question], (await AfterAsync("Was there an ammonia leak at Kestrin?")).Resolve(question));

    [Theory]
    [InlineData("Is the water safe to drink?")]
    [InlineData("did anyone die at the lock in kestrin?")]
    [InlineData("Do voters support the tax?")]
    public async Task A_question_with_a_subject_and_a_verb_of_its_own_is_asked_as_typed_first(string question) =>
        Assert.Equal(question, (await AfterAsync("What did Zelensky say about North Korean troops?")).Resolve(question)[0], ignoreCase: true);

    [Theory]
    [InlineData("Who says this: was the lock gate sabotaged?", "and the police?", "What does the police say about this: was the lock gate sabotaged?")]
    [InlineData("What does the police say about this: was the lock gate sabotaged?", "how many?", "Was the lock gate sabotaged? how many?")]
    [InlineData("Has Tomas Ferrand resigned? why?", "when?", "Has Tomas Ferrand resigned? when?")]
    public async Task A_follow_up_of_a_follow_up_is_joined_to_the_question_both_lean_on(string last, string followUp, string expected) =>
        Assert.Equal([expected], (await AfterAsync(last)).Resolve(followUp));

    [Fact]
    public void The_first_question_of_a_conversation_stays_as_it_is()
    {
        Assert.Equal(["And NATO?"], Conversation.Empty.Resolve("And NATO?"));
    }

    [Fact]
    public async Task A_conversation_forgets_its_oldest_turns()
    {
        var turn = new Turn("Who is Petra Holm?", await AskAsync("Who is Petra Holm?"));
        var conversation = Enumerable.Range(0, 3 * Conversation.MostTurns).Aggregate(Conversation.Empty, (talk, n) => talk.With(turn with { Question = $"{n}" }));

        Assert.Equal(Conversation.MostTurns, conversation.Turns.Count);
        Assert.Equal($"{(3 * Conversation.MostTurns) - 1}", conversation.Turns[^1].Question);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("and")]
    [InlineData("it it it it")]
    [InlineData("\u202Eand \uD800 he?")]
    public async Task Whatever_is_typed_next_gives_a_reading(string typed) =>
        Assert.NotEmpty((await AfterAsync("How many people died at the Kestrin lock?")).Resolve(typed));

    private async Task<Conversation> AfterAsync(string question) => Conversation.Empty.With(new Turn(question, await AskAsync(question)));

    private Task<Answer> AskAsync(string question) => new Answerer(sample.Index).AskAsync(question, cancellation: Stop);

    private static bool IsLike(Answer given, Answer expected) =>
        given.Status == expected.Status && (expected.Citations.Count == 0 || given.Citations.Any(citation => Place(citation) == Place(expected.Citations[0])));

    private static (string Article, TextSpan Span) Place(Citation citation) => (citation.Quote.Source.Id, citation.Quote.Span);
}
