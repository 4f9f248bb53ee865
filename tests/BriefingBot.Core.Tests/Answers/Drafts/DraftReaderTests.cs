using BriefingBot.Answers.Drafts;

namespace BriefingBot.Core.Tests.Answers.Drafts;

public sealed class DraftReaderTests
{
    private const string Draft = """{"sentences":[{"text":"One, {said} \"Ilse\" \\ of it.","passages":[1,2],"quotes":["a"]},{"text":"Two.","passages":[3],"quotes":[]}]}""";

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void A_sentence_is_read_however_it_is_cut(int chunk)
    {
        var reader = new DraftReader();

        var read = Draft.Chunk(chunk).SelectMany(part => reader.Add(new string(part))).ToList();

        Assert.Equal(["One, {said} \"Ilse\" \\ of it.", "Two."], read.Select(sentence => sentence.Text));
        Assert.Equal([1, 2], read[0].Passages);
        Assert.True(reader.IsComplete);
    }

    [Fact]
    public void A_sentence_comes_as_soon_as_it_closes()
    {
        var reader = new DraftReader();

        var read = reader.Add(Draft[..(Draft.IndexOf("\"Two", StringComparison.Ordinal) + 2)]).ToList();

        Assert.Single(read);
        Assert.False(reader.IsComplete);
    }

    [Fact]
    public void A_fence_around_the_draft_is_passed_over() =>
        Assert.Equal(2, new DraftReader().Add($"Here it is:\n```json\n{Draft}\n```\n").Count());

    [Theory]
    [InlineData("""{"sentences":[{"text":"One" "passages":[1]}]}""")]
    [InlineData("""{"sentences":[{text:One}]}""")]
    public void What_is_no_JSON_is_said_to_be_none(string text) =>
        Assert.Equal(ModelFailure.Broken, Assert.Throws<ModelException>(() => new DraftReader().Add(text).ToList()).Failure);

    [Fact]
    public void A_sentence_without_end_is_given_up() =>
        Assert.Throws<ModelException>(() => new DraftReader().Add("""{"sentences":[{"text":" """ + new string('a', 10_000)).ToList());
}
