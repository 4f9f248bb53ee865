using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Attributions;

/// <summary>Trains everything that <see cref="AttributionReader"/> needs from annotated articles. One thread, fixed seeds.</summary>
internal sealed class AttributionTrainer(IReadOnlyList<PolNearArticle> articles)
{
    private const int Classes = 200;
    private const int Exchanges = 8;
    private const int Folds = 3;
    private static readonly TrainingOptions CueOptions = new(LabelBits: 20, PairBits: 13, Epochs: 3, Rate: 0.05f, Dropout: 0.35f, WeightUnit: 0.03f);
    private static readonly TrainingOptions RoleOptions = new(LabelBits: 20, PairBits: 18, Epochs: 6, Rate: 0.04f, Dropout: 0.4f, WeightUnit: 0.03f);

    private readonly Dictionary<string, int> annotators = articles.GroupBy(article => article.Name).ToDictionary(group => group.Key, group => group.Count());

    public AttributionModel Train()
    {
        var classes = FindClasses();
        var examples = JudgeExamples(classes);
        Console.Error.WriteLine($"{examples.Count} candidates to judge");
        var (cues, roles) = TrainPasses(articles, classes);
        return new AttributionModel(classes, cues, roles, JudgeTrainer.Train(examples));
    }

    private WordClassTable FindClasses()
    {
        var texts = articles.DistinctBy(article => article.Name).SelectMany(article => TokenizedParagraph.Split(article.Text, WordClassTable.Empty));
        WordClasses classes = new(texts.Select(paragraph => Array.ConvertAll(paragraph.Tokens, token => token.Word)), Classes);
        for (var i = 0; i < Exchanges; i++)
        {
            Console.Error.WriteLine($"word classes: {classes.Exchange()} words moved");
        }

        return new WordClassTable(classes.Classes);
    }

    // The judge learns from candidates of articles that the passes before it have not seen.
    private List<JudgeExample> JudgeExamples(WordClassTable classes)
    {
        var foldOf = annotators.Keys.Order(StringComparer.Ordinal).Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i % Folds);
        List<JudgeExample> examples = [];
        for (var fold = 0; fold < Folds; fold++)
        {
            var (cues, roles) = TrainPasses(articles.Where(article => foldOf[article.Name] != fold), classes);
            CandidateFinder finder = new(cues, roles);
            foreach (var article in articles.Where(article => foldOf[article.Name] == fold))
            {
                AddExamples(article, classes, finder, examples);
            }
        }

        return examples;
    }

    private void AddExamples(PolNearArticle article, WordClassTable classes, CandidateFinder finder, List<JudgeExample> examples)
    {
        var gold = article.Attributions.Select(attribution => attribution.Cue[0]).ToHashSet();
        foreach (var paragraph in TokenizedParagraph.Split(article.Text, classes))
        {
            var candidates = finder.Find(paragraph);
            foreach (var candidate in candidates)
            {
                TextSpan cue = new(paragraph.Tokens[candidate.Cue.Start].Start, paragraph.Tokens[candidate.Cue.End - 1].End);
                examples.Add(new JudgeExample(CandidateFacts.Of(paragraph, candidates, candidate), gold.Contains(cue), 1f / annotators[article.Name]));
            }
        }
    }

    private (ChainModel Cues, ChainModel Roles) TrainPasses(IEnumerable<PolNearArticle> from, WordClassTable classes)
    {
        List<TrainingChain> cueChains = [];
        List<TrainingChain> roleChains = [];
        foreach (var article in from)
        {
            // Articles that several people annotated count more than others, but not as often as they come.
            var weight = 1 / MathF.Sqrt(annotators[article.Name]);
            foreach (var paragraph in TokenizedParagraph.Split(article.Text, classes).Where(paragraph => paragraph.Tokens.Length > 0))
            {
                PolNearChains.Add(paragraph, article, weight, cueChains, roleChains);
            }
        }

        var cues = new ChainTrainer(CueLabels.Automaton, CueOptions).Train(cueChains);
        Console.Error.WriteLine($"{cueChains.Count} chains of cues learned");
        var roles = new ChainTrainer(RoleLabels.Automaton, RoleOptions).Train(roleChains);
        Console.Error.WriteLine($"{roleChains.Count} chains of roles learned");
        return (cues, roles);
    }
}
