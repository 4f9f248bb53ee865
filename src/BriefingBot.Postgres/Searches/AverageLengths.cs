using BriefingBot.Postgres.Stores;

namespace BriefingBot.Postgres.Searches;

/// <summary>How many terms a title, a passage and an article have on average.</summary>
internal readonly record struct AverageLengths(float Title, float Passage, float Article)
{
    public static AverageLengths Of(CorpusState corpus) => new(
        (float)corpus.TitleTerms / Math.Max(1, corpus.Extent.Articles),
        (float)corpus.PassageTerms / Math.Max(1, corpus.Extent.Passages),
        (float)(corpus.TitleTerms + corpus.PassageTerms) / Math.Max(1, corpus.Extent.Articles));
}
