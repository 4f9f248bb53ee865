using System.Text;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Tests;

public sealed class SegmentTests
{
    [Fact]
    public void Terms_are_ordered_by_their_bytes_however_much_they_share()
    {
        string[] words = ["", "a", "a\0", "ab", "harbourmaster", "harbourmasters", "harbourm", "harbour", "zürich", "z", "東京", "🌊", "\uFFFD"];
        byte[][] terms = [.. words.Select(Encoding.UTF8.GetBytes)];

        var order = TermOrder.Of(terms);

        Assert.Equal(terms.Length, order.Distinct().Count());
        for (var i = 1; i < order.Length; i++)
            Assert.True(terms[order[i - 1]].AsSpan().SequenceCompareTo(terms[order[i]]) < 0);
    }

    [Theory]
    [InlineData(new int[0], new int[0])]
    [InlineData(new[] { 0 }, new[] { 1 })]
    [InlineData(new[] { 0, 1, 130, 70_000, 90_000_000 }, new[] { 1, 2, 200, 65_535, 1 })]
    public void Postings_are_read_as_they_were_written(int[] slots, int[] frequencies)
    {
        var writer = new PostingsWriter();
        for (var i = 0; i < slots.Length; i++)
            writer.Add(slots[i], frequencies[i]);
        var read = new int[slots.Length];
        var readFrequencies = new ushort[slots.Length];

        Postings.Read(writer.Written, read, readFrequencies);

        Assert.Equal(slots, read);
        Assert.Equal(frequencies, readFrequencies.Select(frequency => (int)frequency));
    }

    [Fact]
    public async Task Segments_stay_few_however_often_the_index_is_updated()
    {
        using var folder = new TestFolder();
        for (var i = 0; i < 60; i++)
        {
            folder.Write($"{i}.txt", $"Report number{i}\n\n{Some.Text(i)}\n");
            await folder.UpdateAsync(new UpdateOptions { TrustsFileTimes = true });
            using var index = folder.Open();
            Assert.InRange(((SqliteIndex)index).Run((_, snapshot) => snapshot.Segments.Count), 1, 4);
        }
    }
}
