using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <param name="Networks">How many networks are trained, each from its own seed.</param>
internal sealed record EnsembleTrainer(LinearTrainer Linear, TreeTrainer Trees, NetworkTrainer Network, int Networks)
{
    public StanceEnsemble Train(LearningSet set) => new(
        Linear.Train(set),
        Trees.Train(set),
        [.. Enumerable.Range(1, Networks).Select(seed => (Network with { Seed = seed }).Train(set))]);
}
