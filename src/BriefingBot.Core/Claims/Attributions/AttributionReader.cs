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

    /// <summary>In the order of their cues. Captions, biographies and the like are read too: ask the article what is evidence. Bylines and headlines of other stories are not.</summary>
    public IReadOnlyList<Attribution> Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return [.. Read(article.Text, Tongues.Of(article)).Where(attribution => !article.Parts.Any(part => part.Kind is PartKind.Byline or PartKind.Date or PartKind.ForeignHeadline && part.Span.Contains(attribution.Cue)))];
    }

    /// <summary>The same: Ukrainian, Russian and Korean by rules, all else as English.</summary>
    internal IReadOnlyList<Attribution> Read(string text, Tongue tongue) =>
        Wording.Of(tongue) is { } wording ? RuleReader.Read(text, wording) : Read(text);

    internal IReadOnlyList<Attribution> Read(string text) => Of(text).Read();

    /// <summary>For an article that is asked about more than once.</summary>
    internal ArticleAttributions Of(string text) => new(text, model);
}
