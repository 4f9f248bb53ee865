using System.Runtime.InteropServices;

namespace BriefingBot.Benchmarks.Attributions;

/// <summary>
/// Sorts frequent words into classes by the words they stand beside: the exchange algorithm on class bigrams (Kneser and
/// Ney 1993; Martin, Liermann and Ney 1998). Begins from classes by frequency, so the same text gives the same classes.
/// </summary>
internal sealed class WordClasses
{
    private const int MostWords = 30_000;
    private readonly int classes;
    private readonly uint[] words;
    private readonly int[] classOf;
    private readonly (int Word, int Count)[][] left;
    private readonly (int Word, int Count)[][] right;
    private readonly int[] frequency;
    private readonly int[] pairs;
    private readonly int[] firstCounts;
    private readonly int[] secondCounts;
    private readonly double[] entropy = new double[1 << 20];

    public WordClasses(IEnumerable<uint[]> sentences, int classes)
    {
        this.classes = classes;
        var texts = sentences.ToList();
        Dictionary<uint, int> counts = [];
        foreach (var word in texts.SelectMany(text => text))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }

        words = [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostWords).Select(pair => pair.Key)];
        var index = words.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => pair.i);

        // The last word stands for all rare ones, the one after it for the edge of a text.
        var rare = words.Length;
        var edge = rare + 1;
        Dictionary<long, int> bigrams = [];
        foreach (var text in texts)
        {
            var last = edge;
            foreach (var word in text.Append(0u))
            {
                var at = word == 0 ? edge : index.GetValueOrDefault(word, rare);
                CollectionsMarshal.GetValueRefOrAddDefault(bigrams, ((long)last << 32) | (uint)at, out _)++;
                last = at;
            }
        }

        var total = edge + 1;
        classOf = [.. Enumerable.Range(0, total).Select(i => i >= rare ? classes + i - rare : Math.Min(i, i % classes))];
        left = Group(bigrams.Select(b => ((int)(b.Key & uint.MaxValue), (int)(b.Key >> 32), b.Value)), total);
        right = Group(bigrams.Select(b => ((int)(b.Key >> 32), (int)(b.Key & uint.MaxValue), b.Value)), total);
        frequency = right.Select(row => row.Sum(entry => entry.Count)).ToArray();
        var all = classes + 2;
        pairs = new int[all * all];
        firstCounts = new int[all];
        secondCounts = new int[all];
        for (var w = 0; w < total; w++)
        {
            firstCounts[classOf[w]] += frequency[w];
            foreach (var (v, n) in right[w])
            {
                pairs[(classOf[w] * all) + classOf[v]] += n;
                secondCounts[classOf[v]] += n;
            }
        }

        for (var n = 2; n < entropy.Length; n++)
        {
            entropy[n] = n * Math.Log(n);
        }
    }

    /// <summary>The class of each word, 1 upward.</summary>
    public IEnumerable<KeyValuePair<uint, ushort>> Classes => words.Select((word, i) => KeyValuePair.Create(word, (ushort)(classOf[i] + 1)));

    /// <summary>Moves each word to the class that fits best.</summary>
    /// <returns>How many words moved.</returns>
    public int Exchange()
    {
        var moved = 0;
        var all = classes + 2;
        var lefts = new int[all];
        var rights = new int[all];
        List<int> touched = [];
        for (var w = 0; w < words.Length; w++)
        {
            touched.Clear();
            var self = 0;
            Array.Clear(lefts);
            Array.Clear(rights);
            foreach (var (v, n) in left[w])
            {
                self = v == w ? n : self;
                lefts[classOf[v]] += v == w ? 0 : n;
            }

            foreach (var (v, n) in right[w])
            {
                rights[classOf[v]] += v == w ? 0 : n;
            }

            touched.AddRange(Enumerable.Range(0, all).Where(c => lefts[c] + rights[c] > 0));
            var home = classOf[w];
            Apply(w, home, -1, lefts, rights, self, touched);
            var best = home;
            var bestGain = double.NegativeInfinity;
            for (var c = 0; c < classes; c++)
            {
                var gain = Gain(w, c, lefts, rights, self, touched);
                if (gain > bestGain + 1e-6 || (c == home && gain >= bestGain))
                {
                    (best, bestGain) = (c, gain);
                }
            }

            Apply(w, best, 1, lefts, rights, self, touched);
            classOf[w] = best;
            moved += best != home ? 1 : 0;
        }

        return moved;
    }

    private static (int, int)[][] Group(IEnumerable<(int Key, int Word, int Count)> entries, int total)
    {
        var rows = new List<(int, int)>[total];
        foreach (var (key, word, count) in entries)
        {
            (rows[key] ??= []).Add((word, count));
        }

        return [.. rows.Select(row => row is null ? [] : row.OrderBy(entry => entry.Item1).ToArray())];
    }

    private double H(int n) => n < entropy.Length ? entropy[n] : n * Math.Log(n);

    private double Gain(int w, int c, int[] lefts, int[] rights, int self, List<int> touched)
    {
        var all = classes + 2;
        var gain = 0.0;
        foreach (var d in touched)
        {
            if (d != c)
            {
                var after = pairs[(c * all) + d];
                var before = pairs[(d * all) + c];
                gain += H(after + rights[d]) - H(after) + H(before + lefts[d]) - H(before);
            }
        }

        var own = pairs[(c * all) + c];
        gain += H(own + lefts[c] + rights[c] + self) - H(own);
        return gain - (H(firstCounts[c] + frequency[w]) - H(firstCounts[c])) - (H(secondCounts[c] + frequency[w]) - H(secondCounts[c]));
    }

    private void Apply(int w, int c, int sign, int[] lefts, int[] rights, int self, List<int> touched)
    {
        var all = classes + 2;
        foreach (var d in touched)
        {
            pairs[(c * all) + d] += sign * rights[d];
            pairs[(d * all) + c] += sign * lefts[d];
        }

        pairs[(c * all) + c] += sign * self;
        firstCounts[c] += sign * frequency[w];
        secondCounts[c] += sign * frequency[w];
    }
}
