using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>
/// Finds who says what in an article: two learned passes over each paragraph, first the cues, then each cue's speaker and
/// content, and a judge that decides which of them stand. Safe for any number of threads.
/// </summary>
public sealed class AttributionReader
{
    private readonly AttributionModel model;

    public AttributionReader()
        : this(AttributionModel.Shipped)
    {
    }

    internal AttributionReader(AttributionModel model) => this.model = model;

    /// <summary>In the order of their cues. Captions, biographies and the like are read too: ask the article what is evidence.</summary>
    public IReadOnlyList<Attribution> Read(Article article) => Read(article.Text);

    internal IReadOnlyList<Attribution> Read(string text)
    {
        CandidateFinder finder = new(model.Cues, model.Roles);
        var paragraphs = TokenizedParagraph.Split(text, model.Classes);
        var found = paragraphs.ConvertAll(paragraph => Verdicts.Accepted(paragraph, finder.Find(paragraph), model.Judge)
            .ConvertAll(candidate => AttributionSpans.Of(paragraph, candidate)));
        var attributions = Continuations.Join(paragraphs, found);
        attributions.Sort((one, other) => one.Cue.CompareTo(other.Cue));
        return SpeakerResolver.Resolve(text, paragraphs, attributions);
    }
}
