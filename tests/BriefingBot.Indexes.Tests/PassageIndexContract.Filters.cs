using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

public abstract partial class PassageIndexContract
{
    private static readonly PassageFilter None = new();

    [Fact]
    public async Task A_filter_leaves_out_what_it_does_not_admit()
    {
        using var folder = await FilteredFolderAsync();
        using var index = folder.Open();

        Assert.Equal(["east", "old", "undated", "west"], Admitted(index, None));
        Assert.Equal(["east"], Admitted(index, None with { Outlets = ["the eastern post "] }));
        Assert.Equal(["east", "west"], Admitted(index, None with { Outlets = ["The Eastern Post", "Western Wire", "Nobody"] }));
        Assert.Equal(["east", "old"], Admitted(index, None with { Languages = ["en"] }));
        Assert.Equal(["old", "west"], Admitted(index, None with { Collections = ["WIRES"] }));
        Assert.Equal(["east"], Admitted(index, None with { Collections = ["papers"] }));
        Assert.Equal(["east", "west"], Admitted(index, None with { From = new DateOnly(2024, 6, 1) }));
        Assert.Equal(["old", "west"], Admitted(index, None with { To = new DateOnly(2024, 6, 1) }));
        Assert.Equal(["west"], Admitted(index, None with { From = new DateOnly(2024, 6, 1), To = new DateOnly(2024, 6, 1) }));
        Assert.Equal(["old"], Admitted(index, None with { Languages = ["en"], Collections = ["wires"] }));
        Assert.Empty(Admitted(index, None with { Outlets = [] }));
    }

    [Fact]
    public async Task Filters_count_terms_in_the_articles_searched_only()
    {
        using var folder = await FilteredFolderAsync();
        using var index = folder.Open();

        Assert.Equal([4], index.Search(Some.Query("bridge")).PassageFrequency);
        Assert.Equal([1], index.Search(Some.Query("bridge") with { Filter = None with { Outlets = ["Western Wire"] } }).PassageFrequency);
    }

    [Fact]
    public async Task A_filter_does_not_take_the_place_of_what_it_admits()
    {
        using var folder = NewFolder();
        folder.WriteLines("wire.jsonl", [
            .. Enumerable.Range(0, 200).Select(i => new { id = $"a{i}", text = "Bridge, bridge and bridge were closed.", outlet = "Loud Post" }),
            new { id = "quiet", text = "A mayor told of many other things, and of a bridge.", outlet = "Quiet Post" }]);
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Equal(["quiet"], Some.Found(index, Some.Query("bridge") with { Most = 5, Filter = None with { Outlets = ["Quiet Post"] } }));
    }

    [Fact]
    public async Task Articles_after_the_day_asked_for_are_not_searched_and_undated_ones_are()
    {
        using var folder = await FilteredFolderAsync();
        using var index = folder.Open();

        Assert.Equal(["old", "undated", "west"], Some.Found(index, Some.Query("bridge") with { AsOf = new DateOnly(2024, 6, 1) }).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_filter_follows_an_article_into_another_folder()
    {
        using var folder = NewFolder();
        folder.Write("one/a.txt", "Report\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();
        Directory.CreateDirectory(folder.PathOf("two"));
        File.Move(folder.PathOf("one/a.txt"), folder.PathOf("two/a.txt"));
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Empty(Admitted(index, None with { Collections = ["one"] }));
        Assert.Equal(["two/a.txt"], Admitted(index, None with { Collections = ["two"] }));
    }

    private static IEnumerable<string> Admitted(IPassageIndex index, PassageFilter filter) =>
        Some.Found(index, Some.Query("bridge") with { Filter = filter }).Order(StringComparer.Ordinal);

    private async Task<TestFolder> FilteredFolderAsync()
    {
        const string Text = "The bridge was closed.";
        var folder = NewFolder();
        folder.WriteLines(
            "wires/all.jsonl",
            new { id = "old", text = Text, outlet = "Old Wire", language = "en", published = "2020-01-01" },
            new { id = "west", text = Text, outlet = "Western Wire", language = "fr", published = "2024-06-01" });
        folder.WriteLines(
            "other.jsonl",
            new { id = "undated", text = Text, outlet = "Undated", language = "de" },
            new { id = "east", text = Text, outlet = "The Eastern Post", language = "en", published = "2024-06-02", collection = "papers" });
        await folder.UpdateAsync();
        return folder;
    }
}
