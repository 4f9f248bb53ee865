using System.Collections.Concurrent;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Access;
using BriefingBot.Channels.Bots;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Pages;

/// <summary>Finds questions that the corpus answers: each names a speaker whom an article quotes, and was asked before it is shown. Thread-safe.</summary>
internal sealed class ExampleFinder(ReadableCorpus corpus)
{
    private const int Most = 3;

    private const int MostListed = 1_000;

    // More would keep the first visitor waiting.
    private const int MostArticlesRead = 12;

    private readonly AttributionReader _attributions = new();
    private readonly ConcurrentDictionary<string, FoundExamples> _found = new(StringComparer.Ordinal);

    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    /// <exception cref="AccessException">Access rules let the caller read nothing.</exception>
    public async Task<FoundExamples> FindAsync(Caller caller, CancellationToken cancellation)
    {
        var reading = await corpus.OpenAsync(caller, cancellation: cancellation);
        var extent = reading.Extent;
        var readable = string.Join('\n', reading.Filter?.Collections ?? []);
        if (_found.TryGetValue(readable, out var found) && found.Searched == extent)
            return found;

        return _found[readable] = new FoundExamples(extent, await FindAsync(reading, cancellation));
    }

    private async Task<IReadOnlyList<Example>> FindAsync(Reading reading, CancellationToken cancellation)
    {
        List<Example> examples = [];
        foreach (var (article, question) in Candidates(reading))
        {
            if (examples.Count < Most && await IsAnsweredAsync(reading, question, cancellation))
                examples.Add(new Example(question.Text, article.Title, article.Provenance.Outlet, article.Provenance.Author, article.Provenance.Published));
        }

        return examples;
    }

    // In turn from each collection, those with a topic first.
    private IEnumerable<(Article Article, ExampleQuestion Question)> Candidates(Reading reading) =>
        Spread(reading.List(0, MostListed).Articles)
            .Select(listed => reading.Find(listed.Id))
            .OfType<Article>()
            .Select(article => (Article: article, Question: ExampleQuestion.Of(article, _attributions)!))
            .Where(one => one.Question is not null)
            .DistinctBy(one => one.Question.Speaker, StringComparer.Ordinal)
            .GroupBy(one => one.Article.Provenance.Collection, StringComparer.Ordinal)
            .SelectMany(group => group.OrderByDescending(one => one.Question.HasTopic).Select((one, turn) => (one.Article, one.Question, Turn: turn)))
            .OrderBy(one => one.Turn)
            .Select(one => (one.Article, one.Question));

    private static IEnumerable<ListedArticle> Spread(IReadOnlyList<ListedArticle> newestFirst)
    {
        var step = Math.Max(1, newestFirst.Count / MostArticlesRead);
        return newestFirst.Where((_, i) => i % step == 0).Take(MostArticlesRead);
    }

    // The first event tells; a model is not asked.
    private static async Task<bool> IsAnsweredAsync(Reading reading, ExampleQuestion question, CancellationToken cancellation)
    {
        await foreach (var written in reading.AskAsync(question.Text, Conversation.Empty, AskOptions.Default, cancellation))
            return written is StatusDecided { Reply: Reply.Answered };
        return false;
    }
}

/// <param name="Searched">What the caller may read.</param>
/// <param name="Examples">Few; none where nobody is quoted.</param>
internal sealed record FoundExamples(CorpusExtent Searched, IReadOnlyList<Example> Examples);

/// <summary>A question, and the article that it was taken from.</summary>
internal sealed record Example(string Question, string Title, string? Outlet, string? Author, DateOnly? Published);
