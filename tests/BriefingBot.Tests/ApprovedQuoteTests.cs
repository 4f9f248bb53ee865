using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Tests;

/// <summary>
/// Who said what in every article of the sample corpus, a file for each of its files in tests/BriefingBot.Tests/Approved/Quotes: speaker, cue, kind, content.
/// Run with BRIEFINGBOT_APPROVE=1 to write them anew, and read the difference.
/// </summary>
public sealed class ApprovedQuoteTests
{
    private static readonly string Folder = Path.Combine(ApprovedAnswerTests.Folder(), "Quotes");

    public static TheoryData<string> Files() => [.. new Corpus(Cli.Corpus).Files().Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Who_said_what_is_as_approved(string path)
    {
        var approved = Path.Combine(Folder, path.Replace('/', '-') + ".txt");
        var articles = Corpus.Read(new Corpus(Cli.Corpus).Files().Single(file => file.Path == path)).OfType<ReadArticle>().Select(read => read.Article);

        var given = string.Join('\n', articles.Select(Render));

        if (Environment.GetEnvironmentVariable("BRIEFINGBOT_APPROVE") == "1")
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(approved, given, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken), given);
    }

    private static string Render(Article article) =>
        $"{article.Title}\n\n{string.Concat(new AttributionReader().Read(article).Select(attribution => $"{Line(article.Text, attribution)}\n"))}";

    private static string Line(string text, Attribution attribution)
    {
        var speaker = (attribution.SpeakerName ?? attribution.Speaker) is { } span ? text[span.Start..span.End] : "nobody named";
        var content = string.Join(" ... ", attribution.Content.Select(part => text[part.Start..part.End]));
        return $"{speaker}{(attribution.IsAnonymous ? " (anonymous)" : "")} | {text[attribution.Cue.Start..attribution.Cue.End]} | {attribution.Kind.ToString().ToLowerInvariant()} | {content.ReplaceLineEndings(" ")}";
    }
}
