using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Sqlite;

namespace BriefingBot.Tests.Languages;

/// <summary>Articles of many languages in one corpus.</summary>
public sealed class MixedCorpusTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    private static readonly string Languages = Path.Combine(Cli.Top, "tests", "BriefingBot.Tests", "Languages");

    [Fact]
    public async Task An_English_question_is_answered_alike_among_articles_in_other_languages()
    {
        using var folder = new TestFolder();
        using var data = new TestFolder();
        CopyArticles(Cli.Corpus, folder);
        CopyArticles(Languages, folder);
        using var index = await IndexAsync(folder, data);

        foreach (var file in Directory.GetFiles(Path.Combine(Cli.Top, "tests", "BriefingBot.Tests", "Approved"), "*.txt"))
        {
            var question = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))[0];
            var alone = await new Answerer(sample.Index).AskAsync(question, null, TestContext.Current.CancellationToken);
            var mixed = await new Answerer(index).AskAsync(question, null, TestContext.Current.CancellationToken);

            Assert.Equal((question, alone.Reply, alone.Status), (question, mixed.Reply, mixed.Status));
        }
    }

    [Fact]
    public async Task Letters_composed_or_not_and_signs_of_two_units_leave_quotes_as_they_stand()
    {
        const string Text = "🚢 Порт у Липовіи\u0306 Гавані відновив роботу 🚢.\n\n«Мости\u0301 відкрито, 🌊 порт працює», — заявив начальник порту Юріи\u0306 Баи\u0306да.\n";
        using var folder = new TestFolder();
        using var data = new TestFolder();
        folder.File("a.txt", Text);
        using var index = await IndexAsync(folder, data);

        var answer = await new Answerer(index).AskAsync("Чи працює порт у Липовій Гавані?", null, TestContext.Current.CancellationToken);

        Assert.NotEmpty(answer.Citations);
        Assert.All(answer.Citations, citation => Assert.Contains(citation.Quote.Text, Text, StringComparison.Ordinal));
        Assert.Contains("Юріи\u0306 Баи\u0306да", answer.Citations.Select(citation => citation.Speaker));
    }

    private static void CopyArticles(string from, TestFolder to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(file => from == Cli.Corpus || file.Contains("articles", StringComparison.Ordinal)))
            to.File(Path.GetRelativePath(Cli.Top, file), File.ReadAllBytes(file));
    }

    private static async Task<SqliteIndex> IndexAsync(TestFolder articles, TestFolder data)
    {
        var corpus = new Corpus(articles.Path);
        var path = SqliteIndex.PathOf(data.Path, corpus);
        await new SqliteIndexer(path).UpdateAsync(corpus);
        return SqliteIndex.Open(path);
    }
}
