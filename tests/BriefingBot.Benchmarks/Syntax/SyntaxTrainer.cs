using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Syntax;

/// <summary>Learns tags, then steps with a dynamic oracle that also says what is best after a mistake (Goldberg and Nivre 2013).</summary>
internal sealed class SyntaxTrainer
{
    private const int TagRows = 1 << 19;
    private const int StepRows = 1 << 22;
    private const int TagEpochs = 6;
    private const int StepEpochs = 12;
    private const int MostTagWeights = 400_000;
    private const int MostStepWeights = 2_000_000;

    // How often it goes on from what it would have done itself.
    private const double Exploration = 0.9;
    private const int Seed = 7;

    private readonly List<TreebankSentence> _sentences;
    private readonly string[] _tags;
    private readonly string[] _relations;

    public SyntaxTrainer(IEnumerable<TreebankSentence> sentences)
    {
        _sentences = [.. sentences];
        _tags = [.. _sentences.SelectMany(sentence => sentence.Tags).Distinct().Order(StringComparer.Ordinal)];
        _relations = [.. _sentences.SelectMany(sentence => sentence.Relations).Distinct().Order(StringComparer.Ordinal)];
    }

    public SyntaxModel Train()
    {
        var none = new SparseWeights(new byte[1], [], []);
        // Steps learn from tags with mistakes, as they will have them: each half's by the other half.
        var halves = Enumerable.Range(0, 2).Select(half => new SyntaxReader(new SyntaxModel(_tags, _relations, TrainTags(_sentences.Where((_, i) => i % 2 != half)), none))).ToArray();
        var tags = _sentences.Select((sentence, i) => halves[i % 2].TagsOf(new TagFeatures(sentence.Words), sentence.Words.Count)).ToArray();
        var ofTags = TrainTags(_sentences);
        return new SyntaxModel(_tags, _relations, ofTags, TrainSteps(tags));
    }

    private SparseWeights TrainTags(IEnumerable<TreebankSentence> sentences)
    {
        var table = new WeightTable(TagRows, _tags.Length);
        var random = new Random(Seed);
        var order = sentences.ToArray();
        var scores = new float[_tags.Length];
        for (var epoch = 0; epoch < TagEpochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var sentence in order)
            {
                TagFeatures features = new(sentence.Words);
                var tags = new int[sentence.Words.Count];
                for (var i = 0; i < tags.Length; i++)
                {
                    var found = features.Of(i, tags);
                    table.Score(found, scores);
                    var (best, right) = (Largest(scores), Array.IndexOf(_tags, sentence.Tags[i]));
                    if (best == right)
                        table.Pass();
                    else
                        table.Move(found, right, best);
                    tags[i] = best;
                }
            }
        }

        return table.Averages(MostTagWeights);
    }

    private SparseWeights TrainSteps(int[][] tags)
    {
        var table = new WeightTable(StepRows, 1 + (2 * _relations.Length));
        var random = new Random(Seed);
        var order = Enumerable.Range(0, _sentences.Count).ToArray();
        for (var epoch = 0; epoch < StepEpochs; epoch++)
        {
            random.Shuffle(order);
            var (right, all) = (0, 0);
            foreach (var i in order)
            {
                var (ofSentence, steps) = Learn(table, _sentences[i], tags[i], epoch > 0 ? random : null);
                (right, all) = (right + ofSentence, all + steps);
            }

            Console.WriteLine($"epoch {epoch + 1}: {(double)right / all:f4} of the steps");
        }

        return table.Averages(MostStepWeights);
    }

    private (int Right, int Steps) Learn(WeightTable table, TreebankSentence sentence, int[] tags, Random? random)
    {
        var length = sentence.Words.Count;
        var gold = new GoldSteps(Array.ConvertAll(sentence.Heads, head => head < 0 ? length : head), Array.ConvertAll(sentence.Relations, relation => Array.IndexOf(_relations, relation)), _relations.Length);
        var reader = new SyntaxReader(new SyntaxModel(_tags, _relations, null!, null!));
        StepFeatures features = new(new TagFeatures(sentence.Words), tags);
        StepState state = new(length);
        var scores = new float[1 + (2 * _relations.Length)];
        var isRight = new bool[scores.Length];
        var (right, steps) = (0, 0);
        while (!state.IsDone)
        {
            var found = features.Of(state);
            table.Score(found, scores);
            gold.Mark(state, isRight);
            var best = Largest(scores, step => GoldSteps.May(state, step, _relations.Length));
            var wished = Largest(scores, step => isRight[step]);
            steps++;
            if (isRight[best])
            {
                right++;
                table.Pass();
            }
            else
            {
                table.Move(found, wished, best);
            }

            reader.Do(state, isRight[best] || (random is not null && random.NextDouble() < Exploration) ? best : wished);
        }

        return (right, steps);
    }

    private static int Largest(float[] scores, Predicate<int>? may = null)
    {
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
            best = (may is null || may(i)) && (best < 0 || scores[i] > scores[best]) ? i : best;
        return best;
    }
}
