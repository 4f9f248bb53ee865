using System.Runtime.InteropServices;

namespace BriefingBot.Answers;

/// <summary>Tells how many articles give a possible answer: the right one is told again and again.</summary>
internal sealed class FactSupport(AnswerKind kind)
{
    private readonly Dictionary<(string Key, int Article), double> _best = [];
    private readonly Dictionary<string, double> _sum = new(StringComparer.Ordinal);

    /// <param name="article">Its rank.</param>
    /// <param name="keys">Of one of its sentences.</param>
    /// <param name="share">0 to 1: how much of the question the sentence has.</param>
    public void Add(int article, FactKeys keys, double share)
    {
        foreach (var key in keys.Of(kind))
        {
            ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(_best, (key, article), out _);
            if (share > best)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_sum, key, out _) += share - best;
                best = share;
            }
        }
    }

    /// <summary>Of the sentence's best key, from the other articles; 0 if nobody else has it.</summary>
    public double Of(int article, FactKeys keys)
    {
        var most = 0.0;
        foreach (var key in keys.Of(kind))
        {
            most = Math.Max(most, _sum.GetValueOrDefault(key) - _best.GetValueOrDefault((key, article)));
        }

        return Math.Log(1 + most);
    }
}
