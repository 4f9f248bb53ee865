using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

public abstract partial class PassageIndexContract
{
    [Fact]
    public async Task Candidates_come_best_first_and_in_the_same_order_each_time()
    {
        using var folder = await IndexedAsync(articles: 120);
        using var index = folder.Open();
        using var again = folder.Open();
        var query = Some.Query("harbour", "minister", "number7");

        var hits = index.Search(query).Hits;

        Assert.Equal(query.Most, hits.Count);
        Assert.Equal(hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Score), hits.Select(hit => hit.Score));
        Assert.Equal(hits, index.Search(query).Hits);
        Assert.Equal(hits, again.Search(query).Hits);
        Assert.Equal(hits.Take(7), index.Search(query with { Most = 7 }).Hits);
    }

    [Fact]
    public async Task More_of_the_question_and_rarer_words_of_it_come_first()
    {
        using var folder = NewFolder();
        folder.WriteLines("wire.jsonl", [
            .. Enumerable.Range(0, 50).Select(i => new { id = $"common{i}", text = $"The minister spoke of matter{i} on Monday." }),
            new { id = "rare", text = "The people of Tarnholm spoke on Monday." },
            new { id = "both", text = "The minister spoke in Tarnholm on Monday." }]);
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Equal(["both", "rare"], Some.Found(index, "minister", "Tarnholm").Take(2));
    }

    [Fact]
    public async Task The_weight_of_a_term_counts()
    {
        using var folder = NewFolder();
        folder.Write("a.txt", "Report\n\nThe bridge at Tarnholm was closed.\n");
        folder.Write("b.txt", "Report\n\nThe bridge at Veldrun was closed.\n");
        await folder.UpdateAsync();

        using var index = folder.Open();
        var hits = index.Search(new CandidateQuery([new QueryTerm("tarnholm", 1, "Tarnholm"), new QueryTerm("veldrun", 3, "Veldrun")], Most: 10)).Hits;
        Assert.Equal(["b.txt", "a.txt"], hits.Select(hit => index.Read(hit.Article).Id));
    }

    [Fact]
    public async Task Articles_near_the_day_of_the_question_come_first()
    {
        using var folder = NewFolder();
        folder.WriteLines("wire.jsonl", Enumerable.Range(1, 28).Select(day => new { id = $"d{day:D2}", text = "The bridge was closed.", published = $"2024-02-{day:D2}" }));
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Equal("d14", Some.Found(index, Some.Query("bridge") with { Near = new DateOnly(2024, 2, 14) })[0]);
    }

    [Fact]
    public async Task Every_span_is_a_passage_of_its_article()
    {
        using var folder = NewFolder();
        folder.Write("long.txt", "Report\n\n" + string.Join("\n\n", Enumerable.Range(0, 30).Select(i => Some.Text(i))) + "\n\nPhoto: Reuters\n");
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 40).Select(Some.Line));
        await folder.UpdateAsync();

        using var index = folder.Open();
        var hits = index.Search(Some.Query("harbour", "minister", "report") with { Most = 1000 }).Hits;
        Assert.All(hits, hit =>
        {
            var article = index.Read(hit.Article);
            Assert.True(hit.Span is null || PassageSplitter.Split(article).Contains(hit.Span.Value));
        });
        Assert.Equal(hits.Count, hits.Select(hit => (hit.Article, hit.Span)).Distinct().Count());
        Assert.Contains(hits, hit => hit.Span is null);
    }

    [Fact]
    public async Task A_title_is_found_as_a_passage_without_a_span()
    {
        using var folder = NewFolder();
        folder.WriteLines("wire.jsonl", new { id = "a1", title = "Tarnholm", text = "The bridge was closed." });
        await folder.UpdateAsync();

        using var index = folder.Open();
        var found = index.Search(Some.Query("Tarnholm"));
        Assert.Null(Assert.Single(found.Hits).Span);
        Assert.Equal([0], found.PassageFrequency);
    }

    [Fact]
    public async Task One_article_does_not_crowd_out_the_others()
    {
        using var folder = NewFolder();
        folder.Write("long.txt", "Report\n\n" + string.Join("\n\n", Enumerable.Repeat("The bridge, the bridge and the bridge were closed again, as the mayor of the bridge town said to those who came to hear about it.", 200)));
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, 10).Select(i => new { id = $"a{i}", text = "Of many other things, the mayor said, and of a bridge." }));
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Equal(11, Some.Found(index, Some.Query("bridge") with { Most = 30 }).Count);
    }

    [Theory]
    [InlineData("한국 국방부는 북한군의 이동을 확인했다고 밝혔다.", "국방부")]
    [InlineData("Генеральний штаб підтвердив рух колони біля Сум.", "колони")]
    [InlineData("Die Brücke über die Weser wurde gesperrt.", "Brücke")]
    [InlineData("Die Brücke über die Weser wurde gesperrt.", "brucke")]
    [InlineData("防衛省は橋の閉鎖を発表した。", "防衛")]
    [InlineData("Le café Étoile a fermé ses portes.", "Étoile")]
    [InlineData("أغلق الجسر يوم الاثنين.", "الجسر")]
    [InlineData("The \U0001F309 bridge \U00020000\U00020001 was closed, e\u0301toile too.", "\u00e9toile")]
    public async Task Words_of_any_script_are_found_and_every_text_is_kept(string text, string word)
    {
        using var folder = NewFolder();
        folder.WriteLines("wire.jsonl", new { id = "other", text = "Nothing of it here." }, new { id = "a1", text });
        await folder.UpdateAsync();

        using var index = folder.Open();
        var hit = Assert.Single(index.Search(Some.Query(word)).Hits);
        Assert.Equal(text, index.Read(hit.Article).Text);
        Assert.Equal(new TextSpan(0, text.Length), hit.Span);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*:*")]
    [InlineData("body:bridge")]
    [InlineData("bridge OR 1=1 --")]
    [InlineData("'; DROP TABLE article; --")]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData("%")]
    public async Task A_term_is_only_a_term(string term)
    {
        using var folder = NewFolder();
        folder.Write("a.txt", "Report\n\nThe bridge at Tarnholm was closed.\n");
        await folder.UpdateAsync();

        using var index = folder.Open();
        var found = index.Search(new CandidateQuery([new QueryTerm(term, 1, term), new QueryTerm("tarnholm", 1)], Most: 10));
        Assert.Equal([0, 1], found.PassageFrequency);
        Assert.Equal("a.txt", index.Read(Assert.Single(found.Hits).Article).Id);
    }

    [Fact]
    public async Task A_question_of_ten_thousand_terms_is_searched_for()
    {
        using var folder = await IndexedAsync(articles: 60);
        using var index = folder.Open();
        QueryTerm[] terms = [.. Enumerable.Range(0, 10_000).Select(i => new QueryTerm($"number{i}", 1, $"number{i}"))];

        var found = index.Search(new CandidateQuery(terms, Most: 20));

        Assert.Equal(20, found.Hits.Count);
        Assert.Equal(terms.Length, found.PassageFrequency.Count);
        Assert.Equal(index.Search(Some.Query("number7")).PassageFrequency[0], found.PassageFrequency[7]);
    }

    [Fact]
    public async Task A_word_of_any_length_does_no_harm()
    {
        using var folder = NewFolder();
        folder.WriteLines("wire.jsonl", new { id = "a1", text = new string('x', 100_000) + " The bridge was closed." }, new { id = "a2", text = "The bridge was open." });
        await folder.UpdateAsync();

        using var index = folder.Open();
        Assert.Equal(["a1", "a2"], Some.Found(index, "bridge").Order(StringComparer.Ordinal));
        Assert.Empty(index.Verify(folder.Corpus));
        _ = index.Search(Some.Query(new string('x', 100_000)));
    }
}
