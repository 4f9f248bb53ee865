using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

public abstract partial class PassageIndexContract
{
    [Fact]
    public async Task The_list_is_newest_first_with_undated_articles_last_and_those_of_one_day_by_their_ids()
    {
        using var folder = await ListedFolderAsync();
        using var index = folder.Open();

        Assert.Equal(["n1", "m1", "m2", "m3", "o1", "u1", "u2"], index.List(ListQuery.All).Articles.Select(article => article.Id));
    }

    [Fact]
    public async Task Parts_of_the_list_make_up_the_whole_and_each_tells_the_total()
    {
        using var folder = await ListedFolderAsync();
        using var index = folder.Open();
        var all = index.List(ListQuery.All);

        var parts = Enumerable.Range(0, 4).Select(i => index.List(new ListQuery { Skip = 2 * i, Most = 2 })).ToList();

        Assert.Equal(all.Articles, parts.SelectMany(part => part.Articles));
        Assert.All([all, .. parts], part => Assert.Equal(7, part.Total));
        Assert.Empty(index.List(new ListQuery { Skip = 100 }).Articles);
        Assert.Empty(index.List(new ListQuery { Most = 0 }).Articles);
    }

    [Fact]
    public async Task The_list_names_and_counts_only_what_the_filter_admits()
    {
        using var folder = await ListedFolderAsync();
        using var index = folder.Open();

        var list = index.List(new ListQuery { Filter = None with { Outlets = ["western wire"] }, Skip = 1, Most = 1 });

        Assert.Equal(3, list.Total);
        Assert.Equal(["o1"], list.Articles.Select(article => article.Id));
        Assert.Equal(0, index.List(new ListQuery { Filter = None with { Collections = [] } }).Total);
    }

    [Fact]
    public async Task A_part_of_the_list_before_its_start_cannot_be_asked_for()
    {
        await Task.CompletedTask;
        Assert.Throws<ArgumentOutOfRangeException>(() => new ListQuery { Skip = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ListQuery { Most = -1 });
    }

    [Fact]
    public async Task The_list_follows_an_update()
    {
        using var folder = await ListedFolderAsync();
        using var index = folder.Open();
        _ = index.List(ListQuery.All);
        folder.WriteLines("one.jsonl", new { id = "z9", text = "The bridge was opened.", published = "2024-09-09", outlet = "New Wire" });
        File.Delete(folder.PathOf("two.jsonl"));
        await folder.UpdateAsync();

        Assert.Equal(["z9"], index.List(ListQuery.All).Articles.Select(article => article.Id));
        Assert.Equal([new OutletCount("New Wire", 1)], index.Outlets());
        Assert.Null(index.Find("m1"));
        Assert.NotNull(index.Find("z9"));
    }

    [Fact]
    public async Task Outlets_are_counted_over_what_the_filter_admits_as_its_newest_article_writes_them()
    {
        using var folder = await ListedFolderAsync();
        using var index = folder.Open();

        Assert.Equal([new OutletCount("WESTERN Wire", 3), new OutletCount("Eastern Post", 1), new OutletCount("Northern Star", 1)], index.Outlets());
        Assert.Equal([new OutletCount("Western Wire", 1)], index.Outlets(None with { To = new DateOnly(2021, 1, 1) }));
        Assert.Empty(index.Outlets(None with { Languages = ["xx"] }));
    }

    [Fact]
    public async Task An_article_is_found_by_its_id_where_the_filter_admits_it()
    {
        using var folder = await ListedFolderAsync();
        using var index = folder.Open();

        Assert.Equal("The bridge of m2 was closed.", index.Find("m2")?.Text);
        Assert.Equal("m2", index.Find("m2", None with { Outlets = ["Eastern Post"] })?.Id);
        Assert.Null(index.Find("m2", None with { Outlets = ["Western Wire"] }));
        Assert.Null(index.Find("M2"));
    }

    [Fact]
    public async Task Of_several_articles_of_one_id_the_first_that_the_filter_admits_is_found()
    {
        using var folder = NewFolder();
        folder.WriteLines("a.jsonl", new { id = "same", text = "The bridge was closed.", outlet = "Western Wire" });
        folder.WriteLines("b.jsonl", new { id = "same", text = "The bridge was open.", outlet = "Eastern Post" });
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Equal("The bridge was closed.", index.Find("same")?.Text);
        Assert.Equal("The bridge was open.", index.Find("same", None with { Outlets = ["Eastern Post"] })?.Text);
    }

    [Fact]
    public async Task What_is_no_id_or_name_finds_nothing_and_does_no_harm()
    {
        using var folder = await ListedFolderAsync();
        using var index = folder.Open();

        foreach (var odd in (string[])["", "%", "\0", "\uD800", "m1\0", "' OR 1=1 --"])
        {
            Assert.Null(index.Find(odd));
            Assert.Null(index.Find(odd + new string('x', 100_000)));
            Assert.Equal(0, index.List(new ListQuery { Filter = None with { Outlets = [odd] } }).Total);
            Assert.Empty(Some.Found(index, Some.Query("bridge") with { Filter = None with { Collections = [odd] } }));
        }
    }

    [Fact]
    public async Task Ids_of_any_length_are_listed_and_found()
    {
        using var folder = NewFolder();
        var id = string.Concat(Enumerable.Repeat("한국/", 20_000));
        folder.WriteLines("a.jsonl", new { id = id + "2", text = "The bridge was closed." }, new { id = id + "1", text = "The bridge was open." });
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Equal("The bridge was open.", index.Find(id + "1")?.Text);
        Assert.Equal([id + "1", id + "2"], index.List(ListQuery.All).Articles.Select(article => article.Id));
    }

    private async Task<TestFolder> ListedFolderAsync()
    {
        var folder = NewFolder();
        folder.WriteLines(
            "one.jsonl",
            Line("u2", null, null),
            Line("m3", "WESTERN Wire", "2024-06-01"),
            Line("o1", "Western Wire", "2020-01-01"),
            Line("m1", null, "2024-06-01"));
        folder.WriteLines(
            "two.jsonl",
            Line("n1", "Northern Star", "2024-06-02"),
            Line("u1", "western wire", null),
            Line("m2", "Eastern Post", "2024-06-01"));
        await folder.UpdateAsync();
        return folder;

        static object Line(string id, string? outlet, string? published) => new { id, outlet, published, text = $"The bridge of {id} was closed." };
    }
}
