using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Who says what in one article, each paragraph read once, when it is first asked about. Not thread-safe.</summary>
internal sealed class ArticleAttributions
{
    private readonly string text;
    private readonly AttributionModel model;
    private readonly CandidateFinder finder;
    private readonly List<TokenizedParagraph> paragraphs;
    private readonly IReadOnlyList<Attribution>?[] read;
    private readonly Labels labels;
    private SpeakerResolver? resolver;

    public ArticleAttributions(string text, AttributionModel model)
    {
        this.text = text;
        this.model = model;
        finder = new CandidateFinder(model.Cues, model.Roles);
        paragraphs = TokenizedParagraph.Split(text, model.Classes);
        read = new IReadOnlyList<Attribution>?[paragraphs.Count];
        labels = new Labels(text, paragraphs);
    }

    private SpeakerResolver Resolver => resolver ??= new SpeakerResolver(text, paragraphs);

    /// <summary>Of the paragraphs that overlap the wanted spans, and of those right beside them that tell who speaks in these; null for all. In the order of their cues.</summary>
    public IReadOnlyList<Attribution> Read(IReadOnlyList<TextSpan>? wanted = null)
    {
        var isWanted = paragraphs.ConvertAll(paragraph => wanted is null || wanted.Any(paragraph.Span.Overlaps));
        List<List<Attribution>> found = [.. paragraphs.Index().Select(paragraph => isWanted[paragraph.Index] || IsRunOn(isWanted, paragraph.Index) ? Of(paragraph.Index) : [])];
        // "He" is whoever spoke before.
        var last = found.FindLastIndex(attributions => attributions.Exists(attribution => attribution.Speaker is { } speaker && Resolver.IsByLastSpeaker(speaker)));
        for (var p = 0; p < last; p++)
        {
            found[p] = found[p].Count == 0 && IsBeside(isWanted, p) ? Of(p) : found[p];
        }

        var attributions = Continuations.Join(paragraphs, found);
        attributions.Sort((one, other) => one.Cue.CompareTo(other.Cue));
        return attributions.Count == 0 ? [] : Resolver.Resolve(attributions);
    }

    private List<Attribution> Of(int paragraph) => [.. read[paragraph] ??= Find(paragraphs[paragraph])];

    private List<Attribution> Find(TokenizedParagraph paragraph) =>
        [.. Verdicts.Accepted(paragraph, finder.Find(paragraph), model.Judge)
            .Select(candidate => SpeakerEdges.Trim(text, Inversions.Mend(text, AttributionSpans.Of(paragraph, candidate))))
            .Where(attribution => !labels.IsOne(attribution, paragraph))];

    private bool IsRunOn(List<bool> isWanted, int paragraph) =>
        (paragraph > 0 && isWanted[paragraph - 1] && Continuations.RunsOn(paragraphs[paragraph - 1], paragraphs[paragraph]))
        || (paragraph + 1 < isWanted.Count && isWanted[paragraph + 1] && Continuations.RunsOn(paragraphs[paragraph], paragraphs[paragraph + 1]));

    private static bool IsBeside(List<bool> isWanted, int paragraph) =>
        (paragraph > 0 && isWanted[paragraph - 1]) || (paragraph + 1 < isWanted.Count && isWanted[paragraph + 1]);
}
