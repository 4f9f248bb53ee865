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
    internal IReadOnlyList<Attribution> Read(string text, Tongue tongue, IReadOnlyList<TextSpan>? wanted = null) =>
        Wording.Of(tongue) is { } wording ? RuleReader.Read(text, wording) : Read(text, wanted);

    /// <summary>The same, of the paragraphs that overlap the wanted spans and those right beside them, where a quotation may run on; null for all.</summary>
    internal IReadOnlyList<Attribution> Read(string text, IReadOnlyList<TextSpan>? wanted = null)
    {
        CandidateFinder finder = new(model.Cues, model.Roles);
        var paragraphs = TokenizedParagraph.Split(text, model.Classes);
        var isWanted = paragraphs.ConvertAll(paragraph => wanted is null || wanted.Any(paragraph.Span.Overlaps));
        var found = paragraphs.Index().Select(paragraph => !isWanted[paragraph.Index] && !IsBeside(isWanted, paragraph.Index) ? []
            : Verdicts.Accepted(paragraph.Item, finder.Find(paragraph.Item), model.Judge).ConvertAll(candidate => Inversions.Mend(text, AttributionSpans.Of(paragraph.Item, candidate)))).ToList();
        var attributions = Continuations.Join(paragraphs, found);
        attributions.Sort((one, other) => one.Cue.CompareTo(other.Cue));
        return SpeakerResolver.Resolve(text, paragraphs, attributions);
    }

    private static bool IsBeside(List<bool> isWanted, int paragraph) =>
        (paragraph > 0 && isWanted[paragraph - 1]) || (paragraph + 1 < isWanted.Count && isWanted[paragraph + 1]);
}
